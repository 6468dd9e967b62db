import type { EndpointName } from '@shared/endpoints'
import request from 'supertest'
import { createApp } from './app'
import { readConfig } from './config'
import type { Handlers } from './http/call'
import { createLogger } from './platform/logger'
import { createMetrics } from './platform/metrics'

const LIMIT = 60
const nobody = { citizen: async () => null, staff: async () => null, screen: () => false }

/** Asks of an app of its own: the status of a sign-in with nothing in it, by way of these proxies. */
const signInBy = (trustProxy: boolean) => {
  const config = readConfig({ NODE_ENV: 'test', REDIS_URL: 'redis://127.0.0.1:1', APP_SECRET: 'a'.repeat(32), TRUST_PROXY: String(trustProxy) })
  const app = createApp({ config, logger: createLogger('silent'), metrics: createMetrics(), authenticators: nobody, handlers: {} as Handlers<EndpointName> })
  const server = app.callback()
  return async (forwardedFor: string): Promise<number> => (await request(server).post('/api/staff/sessions').set('X-Forwarded-For', forwardedFor).send({})).status
}

describe('whose address counts towards a limit', () => {
  it('behind a proxy: the one that the proxy saw, whatever the client wrote before it', async () => {
    const signIn = signInBy(true)
    for (let i = 0; i < LIMIT; i += 1) expect(await signIn(`198.51.100.${i}, 203.0.113.7`)).toBe(400)
    expect(await signIn('198.51.100.200, 203.0.113.7')).toBe(429)
    expect(await signIn('203.0.113.7, 203.0.113.8')).toBe(400)
  })

  it('without a proxy: the connection’s own', async () => {
    const signIn = signInBy(false)
    for (let i = 0; i < LIMIT; i += 1) expect(await signIn(`198.51.100.${i}`)).toBe(400)
    expect(await signIn('198.51.100.200')).toBe(429)
  })
})
