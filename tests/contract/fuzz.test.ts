import { endpoints, type EndpointName } from '@shared/endpoints'
import { commonErrors, type ErrorCode } from '@shared/errors'
import type { Endpoint } from '@shared/endpoint'
import fc from 'fast-check'
import net from 'node:net'
import { crowd } from '../support/crowd'
import { failureIn, outputIn, transportErrors } from '../support/client'
import type { HttpAnswer, HttpRequest } from '../support/http'
import { newKey } from '../support/people'
import { announcedSeed } from '../support/property'
import { grantCitizens, grantStaff } from '../support/sessions'
import { twoHalls, useStack } from '../support/stack'
import { RAW, spoil } from './hostile'
import { anyRequest, type Plan, type Pools } from './requests'
import { buildWorld, type World } from './world'

const AT_ONCE = 64
const REQUESTS = 20_000
/** Decided together; all in one go would fill the memory. */
const PORTION = 1_000
/** How many faults are told of. */
const TOLD = 5
/** What only our insides would say. */
const INSIDES = /\bat (async )?[\w.<>[\] ]+ \(|node_modules|\.(ts|lua|m?js):\d|ReplyError|ioredis|WRONGTYPE|user_script|NOSCRIPT|evalsha|ZodError|(Syntax|Type|Range|URI)Error|ECONN|EPIPE|Unexpected token|Cannot read|is not a function/i

const short = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '').slice(0, 300)

const jsonOf = (body: unknown): string =>
  JSON.stringify(body, (_, value: unknown) => value).replace(new RegExp(`"${RAW}((?:[^"\\\\]|\\\\.)*)"`, 'g'), (_, raw: string) => JSON.parse(`"${raw}"`) as string)

describe('whatever is sent', () => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' }, halls: twoHalls().map((hall) => ({ ...hall, limits: { perLine: 20, perHall: 50 } })) })
  let world: World
  let pools: Pools
  beforeAll(async () => {
    world = await buildWorld(stack())
    const more = await Promise.all(['test', 'other'].map((hallId) => stack().presence(hallId)))
    const tickets = await Promise.all((await grantCitizens(stack().redis, 8)).map((citizen) => stack().take(citizen, { hallId: 'test', lineId: 'A' })))
    const own = [world.waiting, world.served, world.rated, world.called]
    pools = {
      tickets: [...own, ...own, ...own, ...tickets.map(({ ticketId }) => ticketId)], presences: [world.presence, ...more],
      codes: [world.hallCode, 'rtest.abc.AAAAAAAAAAAA', 'demo-7-abcdefgh'], accounts: [world.clerk.account, world.supervisor.account],
    }
  })

  const tokenOf = async ({ name, who, method }: Plan): Promise<string | undefined> => {
    const { caller, path, method: meant } = endpoints[name] as Endpoint
    const leaves = (method ?? meant) === 'DELETE'
    if (who === 'nobody') return undefined
    if (who === 'madeUp') return newKey().repeat(2)
    // Whoever may sign out, also by another method than the one meant, is not needed again.
    const isCitizen = who === 'citizen' || who === 'stranger' || (who === 'right' && caller === 'citizen')
    if (leaves && path === endpoints.endSession.path && isCitizen) return (await grantCitizens(stack().redis, 1))[0]?.token
    if (leaves && path === endpoints.endStaffSession.path && !isCitizen) return (await grantStaff(stack().redis, 1))[0]?.token
    if (who !== 'right') return { citizen: world.citizen, stranger: world.stranger, clerk: world.clerk, foreign: world.foreignClerk, operator: world.operator }[who].token
    if (caller === 'citizen') return world.citizen.token
    return Array.isArray(caller) ? (caller.includes('clerk') ? world.clerk : world.operator).token : undefined
  }

  const wireOf = async (plan: Plan): Promise<HttpRequest> => {
    const { name, parts, key, spoilt } = plan
    const { path, method } = endpoints[name]
    const token = await tokenOf(plan)
    const query = Object.entries(parts.query ?? {}).map(([field, value]) => `${encodeURIComponent(field)}=${String(value)}`).join('&')
    const json = parts.body === undefined ? undefined : jsonOf(parts.body)
    const sent = json !== undefined && spoilt !== undefined ? spoil(spoilt, json) : { headers: (json === undefined ? {} : { 'Content-Type': 'application/json' }) as Record<string, string>, body: json }
    return {
      method: plan.method ?? method, path: path.replace(/:(\w+)/g, (_, field: string) => String(parts.params?.[field])) + (query && `?${query}`),
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(key !== undefined && { 'Idempotency-Key': key }), 'X-Screen-Key': world.screenKey, ...sent.headers },
      ...(sent.body !== undefined && plan.method !== 'HEAD' && { body: sent.body }),
    }
  }

  let answered = 0
  const met = new Map<string, number>()
  const note = (name: EndpointName, what: string) => met.set(`${name} ${what}`, (met.get(`${name} ${what}`) ?? 0) + 1)

  /** What is wrong with an answer, or nothing. */
  const check = (plan: Plan, answer: HttpAnswer): string | undefined => {
    const { name, touched, method, spoilt, key } = plan
    if (answer.status >= 500) return `status ${answer.status}`
    if (INSIDES.test(answer.text)) return 'it tells of our insides'
    if (method !== undefined) return undefined
    if (answer.status < 400) {
      note(name, 'done')
      outputIn(name, answer)
      return undefined
    }
    const { code, fields = [] } = failureIn(answer)
    note(name, code)
    const declared: readonly ErrorCode[] = [...endpoints[name].errors, ...commonErrors, ...transportErrors, ...(touched.some((field) => field.startsWith('params.')) ? ['NOT_FOUND' as const] : [])]
    if (!declared.includes(code)) return `${code} is not declared`
    if (code !== 'INVALID_INPUT') return undefined
    const doubtful = [...touched, ...(spoilt === undefined ? [] : ['body']), ...(/^[\w-]{16,64}$/.test(key ?? '') ? [] : ['header.Idempotency-Key']), ...(name === 'rateVisit' && touched.includes('body.level') ? ['body.tags'] : [])]
    if (fields.length === 0) return 'no field is named'
    const astray = fields.find(({ field }) => !doubtful.some((one) => field === one || field.startsWith(`${one}.`) || one.startsWith(field)))
    return astray && `${astray.field} is named, but nothing was wrong there`
  }

  it(`gets the contract’s answer, ${REQUESTS} times`, async () => {
    const seed = announcedSeed()
    const wrong: string[] = []
    for (let sent = 0; sent < REQUESTS && wrong.length < TOLD; sent += PORTION) {
      const plans = fc.sample(anyRequest(pools), { seed: seed + sent, numRuns: PORTION })
      await crowd(AT_ONCE, plans.length, async (i) => {
        const plan = plans[i] as Plan
        const request = await wireOf(plan)
        const answer = await stack().http.ask(stack().url, request)
        answered += 1
        const told = await Promise.resolve(answer).then((one) => check(plan, one)).catch(String)
        if (told) wrong.push(`${told}\n  ${request.method} ${short(request.path)} ${short(request.headers)} ${short(request.body)}\n  ${answer.status} ${short(answer.text)}`)
      })
    }
    expect(wrong.slice(0, TOLD)).toEqual([])

    const done = [...met].filter(([what]) => what.endsWith(' done')).reduce((sum, [, count]) => sum + count, 0)
    process.stdout.write(`${answered} requests, ${done} of them done, ${met.size} different outcomes\n`)
    expect(answered).toBeGreaterThanOrEqual(REQUESTS)
    // It went all the way in, everywhere, and was wrong wherever it could be.
    for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
      if (name !== 'createStaffSession') expect([name, met.get(`${name} done`) ?? 0]).not.toEqual([name, 0])
      // A screen's key belongs to its hall, so a wrong hall is refused before it is looked at.
      if ((endpoint.body ?? endpoint.params) && endpoint.caller !== 'screen') expect([name, met.get(`${name} INVALID_INPUT`) ?? 0]).not.toEqual([name, 0])
    }
    await stack().client.call('readyz', {})
  }, 240_000)

  it('a caller who hangs up in the middle harms nobody', async () => {
    const { hostname, port } = new URL(stack().url)
    const heads = ['GET /healthz HTTP/1.1\r\n', 'POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"hallId":',
      'POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"ha', '\u0000\u0001\u0002', 'NONSENSE\r\n\r\n']
    await Promise.all(Array.from({ length: 100 }, (_, i) => new Promise<void>((resolve) => {
      const socket = net.connect(Number(port), hostname, () => socket.write(heads[i % heads.length] as string, () => setTimeout(() => socket.destroy(), i % 20)))
      socket.on('error', () => undefined)
      socket.resume().once('close', () => resolve())
    })))
    await stack().client.call('readyz', {})
  })
})
