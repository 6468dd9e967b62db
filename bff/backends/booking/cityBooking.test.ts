import { pino } from 'pino'
import { signatureOf } from '../../../mock/booking/signature'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, patient } from '../../../tests/support/upstream'
import type { BookPort } from '../../capabilities/appointments/port'
import { aLine, DAY, EIGHT, newKey, speak, testTerms } from '../../engine/appointments/testing/book'
import { createMetrics } from '../../platform/metrics'
import { createUpstream, type Upstream, type UpstreamCall } from '../upstream'
import { signed } from './asking'
import { createCityBooking } from './cityBooking'

let now = EIGHT
beforeEach(() => { now = EIGHT })
const clock = () => now
const simulators = useSimulators(clock)

/** An adapter of its own, with all that it sends and logs. */
const open = (key = 'demo-key') => {
  const lines: string[] = []
  const calls: UpstreamCall<unknown>[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => { lines.push(line) } })
  const upstream = createUpstream({ system: 'city-booking', logger, metrics: createMetrics(), clock, settings: patient })
  const listening: Upstream = { call: (call) => {
    calls.push(call as UpstreamCall<unknown>)
    return upstream.call(call)
  } }
  const book: BookPort = createCityBooking(listening, { url: `${simulators.url()}/booking`, key }, clock, testTerms)
  return { book, lines, calls, asked: (name: string) => calls.filter((call) => call.name === name).length, hold: speak(book, clock).hold }
}
const answer = (data: unknown, times = 1, path?: string) =>
  simulators.fault({ system: 'booking', kind: 'answer', times, body: { code: '00000', msg: '成功', time: '2026-01-05 08:00:00', data }, ...(path && { path }) })
const refuse = (code: string, path: string) => simulators.fault({ system: 'booking', kind: 'answer', times: 1, path, body: { code, msg: '', time: '2026-01-05 08:00:00', data: null } })
let people = 0
const who = (): string => `citizen-${people += 1}`

describe('what is said to the platform', () => {
  it('is signed as it wants it, over what has a value', () => {
    const { sign, ...form } = signed({ beginTime: '09:00', empty: '', visitorName: '演*' }, 'secret', Date.UTC(2026, 0, 5, 0, 0, 7))
    expect(form).toMatchObject({ appKey: 'yichuang', timestamp: '20260105080007', nonce: expect.stringMatching(/^[0-9a-f]{24}$/) as string })
    expect(sign).toMatch(/^[0-9A-F]{64}$/)
    expect(sign).toBe(signatureOf(new Map(Object.entries(form)), 'secret'))
  })

  it('stands in no address and no log, and names people by our ids and masked names alone', async () => {
    const { book, hold, calls, lines } = open()
    const owner = who()
    const held = await hold(aLine(), 540, owner)
    await simulators.fault({ system: 'booking', kind: 'half' })
    await codeOf(book.read(held.appointmentId, owner, now))
    expect(lines.length).toBeGreaterThan(2)
    const addresses = calls.map(({ url, query, headers }) => JSON.stringify({ url, query, headers })).join()
    for (const secret of [owner, held.appointmentId.split('.')[1]!, '张', 'residence-permit', 'demo-key']) expect(addresses + lines.join()).not.toContain(secret)
    expect(calls.every(({ form }) => !JSON.stringify(form).includes('demo-key'))).toBe(true)
  })

  it('is taken from nobody else: with a wrong key everything is unavailable, and nothing is done', async () => {
    const [line, owner, stranger] = [aLine(), who(), open('another-key')]
    expect(await codeOf(stranger.hold(line, 540, owner))).toBe('UNAVAILABLE')
    expect(await codeOf(stranger.book.free(line, now))).toBe('UNAVAILABLE')
    expect(await open().book.free(line, now)).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe('places published to the platform', () => {
  it('are published once, however much is asked, and again when the hall’s file has changed', async () => {
    const { book, hold, asked } = open()
    const line = aLine()
    await Promise.all([book.free(line, now), hold(line, 540, who()), hold(line, 540, who()), book.free(line, now)])
    expect(asked('source/publish')).toBe(1)
    expect(await book.free({ ...line, capacity: 1 }, now)).toEqual([1, 0, 0, 0, 0, 0])
    expect(asked('source/publish')).toBe(2)
  })

  it('are published again when the platform has forgotten them', async () => {
    const { book, hold, asked } = open()
    const line = aLine()
    await book.free(line, now)
    await refuse('B1001', 'order/lock')
    expect(await hold(line, 540, who())).toMatchObject({ state: 'held' })
    await refuse('B1001', 'source/query')
    expect(await book.free(line, now)).toEqual([1, 0, 0, 0, 0, 0])
    expect(asked('source/publish')).toBe(3)
  })

  it('are set right again when another has published something else', async () => {
    const [mine, other, line] = [open(), open(), aLine()]
    await mine.book.free(line, now)
    await other.book.free({ ...line, capacity: 1, slots: [540] }, now)
    expect(await mine.book.free(line, now)).toEqual([0, 0, 0, 0, 0, 0])
    expect(await mine.hold(line, 570, who())).toMatchObject({ state: 'held' })
  })

  it('are looked after by whoever sweeps: what is too near by now is known to the platform, and days past are let go', async () => {
    const { book, asked } = open()
    const [line, old] = [aLine(), aLine({ day: '20260104' })]
    await book.free(line, now)
    await book.free(old, now)
    const lineOf = (hallId: string) => (hallId === line.hallId ? { ...line, earliest: 600 } : old)
    expect(await book.sweep(now, lineOf)).toBe(2)
    expect(asked('source/publish')).toBe(3)
    expect(await book.sweep(now, lineOf)).toBe(1)
    expect(await book.sweep(now + DAY, lineOf)).toBe(1)
    expect(await book.sweep(now + DAY, lineOf)).toBe(0)
    expect(asked('source/publish')).toBe(3)
  })
})

describe('what the platform answers', () => {
  const order = async () => {
    const { book, hold, lines } = open()
    const owner = who()
    const held = await hold(aLine(), 540, owner)
    const good = {
      orderNo: held.appointmentId.split('.')[1], siteCode: held.hallId, bizCode: 'A', bizDate: '2026-01-05', beginTime: '09:00', endTime: '09:30', status: '10', lockExpire: '2026-01-05 08:05:00',
      source: '1', bookerId: owner, visitorId: owner, visitorName: '张*', matters: 'residence-permit', lateFlag: 'N', ticketNo: '', callNo: '',
    }
    return { book, held, owner, good, lines }
  }
  it.each([
    ['another order', { orderNo: '0'.repeat(20) }, 'data.orderNo'], ['another site’s', { siteCode: 'elsewhere' }, 'data.orderNo'], ['another booker’s', { bookerId: 'somebody', visitorId: 'somebody' }, 'data.orderNo'],
    ['a status it does not have', { status: '99' }, 'data.status'], ['a day of no calendar', { bizDate: '2026-02-30' }, 'data.bizDate'], ['an hour of no day', { beginTime: '24:30' }, 'data.beginTime'],
    ['an end before the beginning', { endTime: '08:30' }, 'data.endTime'], ['a hold without an end', { lockExpire: '' }, 'data.lockExpire'], ['an end of no calendar', { lockExpire: '2026-13-05 08:00:00' }, 'data.lockExpire'],
    ['a visitor who is nobody of ours', { visitorId: 'somebody' }, 'data.visitorId'], ['matters that are none of ours', { matters: '<b>' }, 'data.matters.0'], ['a number of no hall', { ticketNo: 'A001' }, 'data.ticketNo'],
  ])('is taken for no answer when it is %s, and the field is logged', async (_, change, field) => {
    const { book, held, owner, good, lines } = await order()
    await answer(good, 1, 'order/query')
    expect(await book.read(held.appointmentId, owner, now)).toEqual(held)
    await answer({ ...good, ...change }, 3, 'order/query')
    expect(await codeOf(book.read(held.appointmentId, owner, now))).toBe('UNREADABLE')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ system: 'city-booking', operation: 'order/query', outcome: 'unreadable', problem: `malformed answer at ${field}` })
  })

  it('is no refusal when its contract does not know the code', async () => {
    const { book, held, owner, lines } = await order()
    await simulators.fault({ system: 'booking', kind: 'answer', body: { code: 'Z9999', msg: '', time: '2026-01-05 08:00:00', data: null } })
    expect(await codeOf(book.read(held.appointmentId, owner, now))).toBe('UNREADABLE')
    expect(lines.at(-1)).toContain('malformed answer at code')
  })

  it('is asked for again when it says that it was too busy to do anything', async () => {
    const { hold, book } = open()
    const line = aLine()
    await book.free(line, now)
    await refuse('B0001', 'order/lock')
    expect(await hold(line, 540, who())).toMatchObject({ state: 'held' })
  })

  it('is read page by page, and part of a day is never taken for all of it', async () => {
    const { book, held, good } = await order()
    const other = { ...good, orderNo: '1'.repeat(20) }
    const pages = async (second: unknown[]) => {
      await answer({ total: 2, orderList: [good], waitList: [] }, 1, 'order/day')
      await answer({ total: 2, orderList: second, waitList: [{ bizCode: 'A', count: 4 }] }, 1, 'order/day')
    }
    await pages([other])
    const { visits, waiting } = await book.dayOf(held.hallId, held.day, ['A'], now)
    expect([visits.map(({ appointmentId }) => appointmentId), waiting]).toEqual([[held.appointmentId, `${held.hallId}.${'1'.repeat(20)}`], [4]])
    await pages([])
    expect(await codeOf(book.dayOf(held.hallId, held.day, ['A'], now))).toBe('UNREADABLE')
    await answer({ total: 1, orderList: [{ ...good, siteCode: 'elsewhere' }], waitList: [] }, 3, 'order/day')
    expect(await codeOf(book.dayOf(held.hallId, held.day, ['A'], now))).toBe('UNREADABLE')
  })

  it('may count more places than were published: nothing below none, nor above all, is told', async () => {
    const { book } = open()
    const line = aLine({ slots: [540, 570, 600] })
    const version = 'x'
    await answer({ version }, 1, 'source/publish')
    await answer({
      siteCode: line.hallId, bizCode: 'A', bizDate: '2026-01-05', version,
      periodList: [{ beginTime: '09:00', endTime: '09:30', quota: 9, left: 9, openFlag: 'Y' }, { beginTime: '09:30', endTime: '10:00', quota: 3, left: 3, openFlag: 'N' }],
    }, 1, 'source/query')
    expect(await book.free(line, now)).toEqual([0, -1, -1])
  })

  it('tells numbers for our sentences, and ours where it leaves them out', async () => {
    const { book, held } = await order()
    const act = () => ({ now, key: newKey(), citizenId: held.owner })
    await refuse('B2004', 'order/cancel')
    await expect(book.cancel(aLine(), held, act())).rejects.toMatchObject({ code: 'CANCEL_TOO_LATE', details: { hours: 2 } })
    await refuse('B2005', 'order/checkin')
    await expect(book.arrive(aLine(), held, act(), false)).rejects.toMatchObject({ code: 'CHECK_IN_EARLY', details: { minutes: 30 } })
  })
})
