import type { Endpoint } from '@shared/endpoint'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { perAddress, perCaller } from '../../bff/http/rateLimits'
import { declaredFailure, requestOf, type Caller, type Parts } from '../support/client'
import { databaseDigest } from '../support/digest'
import type { HttpAnswer } from '../support/http'
import { newKey } from '../support/people'
import { grantCitizens, grantStaff } from '../support/sessions'
import { quiet } from '../support/settings'
import { useStack } from '../support/stack'
import { buildWorld, validCalls, type ValidCall, type World } from './world'

type Row = [EndpointName, { readonly points: number }]
/** Larger ones cannot be met within their minute on a slow machine: bff/http/rateLimits.test.ts meets all of them. */
const MOST_OVER_HTTP = 600

describe('too many requests', () => {
  const stack = useStack({ settings: { TRUST_PROXY: 'true', ...quiet } })
  let world: World
  let calls: Record<EndpointName, ValidCall>
  beforeAll(async () => {
    world = await buildWorld(stack())
    calls = validCalls(world)
  })

  const ask = (name: EndpointName, parts: Parts, caller: Caller, address: string): Promise<HttpAnswer> => {
    const request = requestOf(name, parts, { ...caller, key: newKey() })
    return stack().http.ask(stack().url, { ...request, headers: { ...request.headers, 'X-Forwarded-For': address } })
  }
  /** As many as may be, each refused for its body or harmless; then a right one, which must be turned away. */
  const expectLimit = async (name: EndpointName, points: number, caller: Caller, address: string): Promise<void> => {
    const { parts } = calls[name]
    const idle = (endpoints[name] as Endpoint).body ? { ...parts, body: [] } : parts
    const early = await Promise.all(Array.from({ length: points }, () => ask(name, idle, caller, address)))
    expect(early.filter(({ status }) => status === 429)).toEqual([])
    const before = await databaseDigest(stack().redis)
    const answer = await ask(name, parts, caller, address)
    expect(declaredFailure(name, answer)).toMatchObject({ status: 429, code: 'RATE_LIMITED', retry: 'later' })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(await databaseDigest(stack().redis)).toBe(before)
  }
  const passes = async (name: EndpointName, caller: Caller, address: string): Promise<void> => {
    const { status } = await ask(name, calls[name].parts, caller, address)
    expect([name, status]).not.toEqual([name, 429])
  }

  it.each((Object.entries(perAddress) as Row[]).filter(([, { points }]) => points <= MOST_OVER_HTTP))('%s from one address are turned away, and another address is not', async (name, { points }) => {
    await expectLimit(name, points, {}, '203.0.113.1')
    await passes(name, {}, '203.0.113.2')
  }, 60_000)

  it.each(Object.entries(perCaller) as Row[])('%s by one person are turned away, from whatever address, and another person is not', async (name, { points }) => {
    const { redis } = stack()
    const [one, other] = (endpoints[name] as Endpoint).caller === 'citizen' ? await grantCitizens(redis, 2) : await grantStaff(redis, 2)
    await expectLimit(name, points, { token: one?.token ?? '' }, '203.0.113.3')
    expect((await ask(name, calls[name].parts, { token: one?.token ?? '' }, '203.0.113.4')).status).toBe(429)
    await passes(name, { token: other?.token ?? '' }, '203.0.113.3')
  }, 60_000)
})
