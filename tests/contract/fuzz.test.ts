import { endpoints, type EndpointName } from '@shared/endpoints'
import { commonErrors, type ErrorCode } from '@shared/errors'
import type { Endpoint } from '@shared/endpoint'
import fc from 'fast-check'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serviceDay } from '@shared/time'
import { systemClock } from '../../bff/platform/clock'
import { crowd } from '../support/crowd'
import { failureIn, outputIn, transportErrors, type Parts } from '../support/client'
import type { HttpAnswer, HttpRequest } from '../support/http'
import { newKey, type Member } from '../support/people'
import { announcedSeed } from '../support/property'
import { grantCitizens, grantStaff, grantStaffSession } from '../support/sessions'
import { twoHalls, useStack } from '../support/stack'
import { RAW, spoil } from './hostile'
import { anyRequest, slowEndpoints, type Plan, type Pools } from './requests'
import { buildWorld, validCalls, type World } from './world'

const AT_ONCE = 64
const REQUESTS = 20_000
/** Decided together; all in one go would fill the memory. */
const PORTION = 500
const SETTLE_MS = 20
/** In this order each of them succeeds. */
const soonTooLate = ['moveAppointment', 'holdSlot', 'joinWaitingList', 'leaveWaitingList', 'arriveAtDesk', 'addPerson', 'removePerson', 'scanCode', 'findCase', 'moveTicket', 'takeTicket', 'rateVisit', 'moveStaffTicket', 'callNext',
  'rateCase', 'readCaseRating', 'rateReceipt', 'findRating', 'uploadPhoto', 'readRating', 'readRatingPhoto', 'readOrderPhoto', 'planDeparture', 'startFaceCheck', 'finishFaceCheck', 'replayParked', 'answerRevisit', 'stepOrder', 'changeRating', 'deleteRating', 'takeAtDesk'] as const
/** How many faults are told of. */
const TOLD = 5
/** What only our insides would say. */
const INSIDES = /\bat (async )?[\w.<>[\] ]+ \(|node_modules|\.(ts|lua|m?js):\d|ReplyError|ioredis|WRONGTYPE|user_script|NOSCRIPT|evalsha|ZodError|(Syntax|Type|Range|URI)Error|ECONN|EPIPE|Unexpected token|Cannot read|is not a function/i

const short = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '').slice(0, 300)

const jsonOf = (body: unknown): string =>
  JSON.stringify(body, (_, value: unknown) => value).replace(new RegExp(`"${RAW}((?:[^"\\\\]|\\\\.)*)"`, 'g'), (_, raw: string) => JSON.parse(`"${raw}"`) as string)

const namesOf = (members: readonly Member[] = []): string[] => members.map(({ account }) => account)

describe('whatever is sent', () => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' }, halls: twoHalls().map((hall) => ({ ...hall, limits: { perLine: 20, perHall: 50 } })) })
  let world: World
  let pools: Pools
  beforeAll(async () => {
    world = await buildWorld(stack())
    const more = await Promise.all(['test', 'other'].map((hallId) => stack().presence(hallId)))
    const tickets = await Promise.all((await grantCitizens(stack().redis, 8)).map((citizen) => stack().take(citizen, { hallId: 'test', lineId: 'A' })))
    const [leaving, forgetful] = await Promise.all([16, 4].map((count) => grantStaff(stack().redis, count)))
    const own = [world.waiting, world.served, world.rated, world.called]
    pools = {
      tickets: [...own, ...own, ...own, ...tickets.map(({ ticketId }) => ticketId)], presences: [world.presence, ...more],
      codes: [world.hallCode, 'rtest.abc.AAAAAAAAAAAA', 'demo-7-abcdefgh'], accounts: [world.clerk.account, world.supervisor.account],
      persons: [world.person], ratings: [world.rated, world.complained, world.replied], photos: Object.values(world.photos), bulletins: [world.bulletinId], confirmed: world.guarded.confirmed, cases: [world.filed.caseNo, world.filed.caseNo, world.ratedCase, world.unratedCase, world.filed.caseNo.replace(/.{4}$/, '9999')], appointments: [world.held, world.booked, world.booked, world.expected], waitings: [world.wished], faceChecks: [world.faceCheck], parked: [world.parked],
      starts: Array.from({ length: 40 }, (_, i) => systemClock() - (systemClock() % 300_000) + (i - 4) * 3_600_000), days: [0, 1, 2, 3, 9].map((days) => serviceDay(systemClock() + days * 86_400_000)),
      leaving: namesOf(leaving), forgetful: namesOf(forgetful),
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
    // A password is changed once.
    if (path === endpoints.changeOwnPassword.path && !isCitizen) return (await grantStaff(stack().redis, 1))[0]?.token
    if (leaves && path === endpoints.endStaffSession.path && !isCitizen) return (await grantStaffSession(stack().redis, world.clerk.account)).token
    // Who has their face checked is not verified yet; whoever takes back, or leaves, is not needed again.
    if ((name === 'startFaceCheck' || name === 'finishFaceCheck') && who === 'right') return world.faced.token
    if ((name === 'deleteMyData' || name === 'withdrawConsent') && isCitizen) return (await grantCitizens(stack().redis, 1))[0]?.token
    // Only who set it up may confirm it again.
    if (name === 'confirmSecondFactor' && who === 'right') return world.guarded.token
    if (who !== 'right') return { citizen: world.citizen, stranger: world.stranger, clerk: world.clerk, foreign: world.foreignClerk, operator: world.operator }[who].token
    if (caller === 'citizen') return world.citizen.token
    if (!Array.isArray(caller)) return undefined
    return (!caller.includes('operator') ? world.supervisor : caller.includes('clerk') ? world.clerk : world.operator).token
  }

  const wireOf = async (plan: Plan): Promise<HttpRequest> => {
    const { name, parts, key, spoilt } = plan
    const { path, method } = endpoints[name]
    const token = await tokenOf(plan)
    const query = Object.entries(parts.query ?? {}).map(([field, value]) => `${encodeURIComponent(field)}=${String(value)}`).join('&')
    const file = parts.body instanceof Buffer ? { headers: { 'Content-Type': 'image/jpeg' }, body: parts.body } : undefined
    const json = parts.body === undefined ? undefined : jsonOf(parts.body)
    const sent = file ?? (json !== undefined && spoilt !== undefined ? spoil(spoilt, json) : { headers: (json === undefined ? {} : { 'Content-Type': 'application/json' }) as Record<string, string>, body: json })
    return {
      method: plan.method ?? method, path: path.replace(/:(\w+)/g, (_, field: string) => String(parts.params?.[field])) + (query && `?${query}`),
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(key !== undefined && { 'Idempotency-Key': key }), 'X-Screen-Key': world.screenKey, ...sent.headers },
      ...(sent.body !== undefined && plan.method !== 'HEAD' && { body: sent.body }),
    }
  }

  let answered = 0
  const met = new Map<string, number>()
  const note = (name: EndpointName, what: string) => met.set(`${name} ${what}`, (met.get(`${name} ${what}`) ?? 0) + 1)

  /** A system outside that did not answer in time is told in the endpoint’s own words: on a machine this busy that happens, seldom. */
  const isSilence = (name: EndpointName, { status, text }: HttpAnswer): boolean =>
    status === 503 && endpoints[name].errors.some((code) => code === 'CASE_SYSTEMS_SILENT' && text.includes(`"${code}"`))

  /** What is wrong with an answer, or nothing. */
  const check = (plan: Plan, answer: HttpAnswer): string | undefined => {
    const { name, touched, method, spoilt, key } = plan
    if (answer.status >= 500 && !isSilence(name, answer)) return `status ${answer.status}`
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
    const doubtful = [...touched, ...(spoilt === undefined ? [] : ['body']), ...(/^[\w-]{16,64}$/.test(key ?? '') ? [] : ['header.Idempotency-Key']), ...touched.filter((field) => field.endsWith('.level')).map((field) => field.replace(/level$/, 'tags'))]
    if (fields.length === 0) return 'no field is named'
    const astray = fields.find(({ field }) => !doubtful.some((one) => field === one || field.startsWith(`${one}.`) || one.startsWith(field)))
    return astray && `${astray.field} is named, but nothing was wrong there`
  }

  /**
   * What is demanded below and chance might not bring: calls that are too late once a number has moved on or a scan is used,
   * and those that are slow and so seldom drawn, once right and once without a body.
   */
  const certain = (): Plan[] => {
    const calls = validCalls(world)
    const plan = (name: EndpointName, parts: Parts, touched: string[] = []): Plan => ({ name, parts, touched, who: 'right', key: newKey(), spoilt: undefined, method: undefined })
    // The clerk’s own password stays: others draw on that session.
    const right = (name: EndpointName): Parts => (name === 'setStaffPassword' ? { ...calls[name].parts, params: { account: pools.forgetful[0] ?? '' } } : calls[name].parts)
    return [
      ...[...soonTooLate, ...slowEndpoints].map((name) => plan(name, right(name))),
      ...slowEndpoints.map((name) => plan(name, { ...right(name), body: [] }, ['body'])),
    ]
  }

  /** Sends them all, some at once; gives what was wrong. */
  const send = async (plans: readonly Plan[]): Promise<string[]> => {
    const wrong: string[] = []
    await crowd(AT_ONCE, plans.length, async (i) => {
      const plan = plans[i] as Plan
      const request = await wireOf(plan)
      const answer = await stack().http.ask(stack().url, request)
      answered += 1
      const told = await Promise.resolve(answer).then((one) => check(plan, one)).catch(String)
      if (told) wrong.push(`${told}\n  ${request.method} ${short(request.path)} ${short(request.headers)} ${short(request.body)}\n  ${answer.status} ${short(answer.text)}`)
    })
    return wrong
  }

  it(`gets the contract’s answer, ${REQUESTS} times`, async () => {
    const seed = announcedSeed()
    const wrong: string[] = []
    for (const plan of certain()) wrong.push(...await send([plan]))
    for (let sent = 0; sent < REQUESTS && wrong.length < TOLD; sent += PORTION) {
      const plans = fc.sample(anyRequest(pools), { seed: seed + sent, numRuns: PORTION })
      // To draw them took a while in which neither side heard of the other: connections that are over by now are found to be so.
      await pause(SETTLE_MS)
      wrong.push(...await send(plans))
    }
    expect(wrong.slice(0, TOLD)).toEqual([])

    const silent = [...met].filter(([what]) => what.endsWith(' CASE_SYSTEMS_SILENT')).reduce((sum, [, count]) => sum + count, 0)
    expect(silent).toBeLessThanOrEqual(REQUESTS / 1_000)
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
  }, 480_000)

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
