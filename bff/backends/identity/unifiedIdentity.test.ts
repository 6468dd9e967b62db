import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, testUpstream } from '../../../tests/support/upstream'
import { createUnifiedIdentity } from './unifiedIdentity'

const simulators = useSimulators()
const create = (settings: { clientSecret?: string } = {}, fault?: FaultKind) => createUnifiedIdentity(testUpstream('identity', fault), {
  url: `${simulators.url()}/identity`, authorizeUrl: `${simulators.url().replace('127.0.0.1', '{hostname}')}/identity/authorize`,
  clientId: 'yichuang', clientSecret: 'demo-client-secret', ...settings,
})

/** What a browser does: the page's own form, posted to the address we were given. */
const signIn = async (origin = 'http://127.0.0.1:8100') => {
  const url = new URL(create().authorizeUrl?.('state-state-state-1', origin) ?? '')
  const answer = await fetch(`${url.origin}${url.pathname}`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams([...url.searchParams, ['sub', 'demo-citizen-03']]),
  })
  return new URL(answer.headers.get('location') ?? '')
}
const code = async () => (await signIn()).searchParams.get('code') ?? ''

describe('signing in by the unified identity', () => {
  it('leads there and back to the page the visitor came from, with a code that says who it is', async () => {
    const back = await signIn()
    expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:8100/pages/sign-in/index')
    expect(back.searchParams.get('state')).toBe('state-state-state-1')
    expect(await create().exchange(back.searchParams.get('code') ?? '')).toEqual({ subject: 'demo-citizen-03', name: '演示用户三', idNumber: '990000190001010032' })
  })

  it('sends a phone on the local network to the host it knows us by', () => {
    expect(create().authorizeUrl?.('s', 'http://192.168.1.20:8100')).toMatch(/^http:\/\/192\.168\.1\.20:\d+\/identity\/authorize\?/)
  })

  it('rejects a code that is wrong or was used', async () => {
    const once = await code()
    await create().exchange(once)
    expect(await codeOf(create().exchange(once))).toBe('SIGN_IN_REJECTED')
    expect(await codeOf(create().exchange('wrong'))).toBe('SIGN_IN_REJECTED')
  })

  it('does not blame the visitor when our own secret is refused', async () => {
    expect(await codeOf(create({ clientSecret: 'old' }).exchange(await code()))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('is unavailable while the code’s answer is “%s”', async (kind) => {
    await simulators.fault({ system: 'identity', path: 'token', kind })
    expect(await codeOf(create({}, kind).exchange(await code()))).toBe('IDENTITY_UNAVAILABLE')
  })

  it.each(['error', 'malformed', 'half', 'drop', 'hang'] as const)('gets over one “%s” when it asks who it is, for that is safe to repeat', async (kind) => {
    await simulators.fault({ system: 'identity', path: 'userinfo', kind, times: 1 })
    expect(await create({}, kind).exchange(await code())).toMatchObject({ subject: 'demo-citizen-03' })
  })

  it('waits for a slow answer within its budget', async () => {
    await simulators.fault({ system: 'identity', kind: 'slow', ms: 120 })
    expect(await create().exchange(await code())).toMatchObject({ subject: 'demo-citizen-03' })
  })

  it('is unavailable when the person’s own data cannot be had', async () => {
    await simulators.fault({ system: 'identity', path: 'userinfo', kind: 'answer', body: { name: 'nobody' } })
    expect(await codeOf(create().exchange(await code()))).toBe('IDENTITY_UNAVAILABLE')
  })
})
