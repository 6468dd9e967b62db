import { serviceDay } from '@shared/time'
import { useRedis } from '../../../tests/support/redis'
import { createAppointmentEngine } from '../../engine/appointments/engine'
import { aLine, EIGHT, speak, testTerms } from '../../engine/appointments/testing/book'
import { createChangeLog } from '../../engine/cases/changeLog'
import { createFollowers } from '../../engine/notifications/followers'
import { createHappenings } from '../../engine/notifications/happenings'
import { createQueueEngine } from '../../engine/queue/engine'
import { drive, NINE, testHall } from '../../engine/queue/testing/drive'
import { Follower, type FollowerParts } from './following'
import type { Notice } from './port'

const MINUTE = 60_000
const redis = useRedis()
let now = NINE
let [handed, told, faults]: [Notice[], Set<string>, string[]] = [[], new Set(), []]
let broken = false
let wait: { low: number; high: number; confidence: number; calls: number } | null = null
const ahead = new Map<string, number>()
const place = (id: string) => ({ zh: id, en: id })
const followers = createFollowers(redis, Buffer.alloc(32, 3))

const create = (more: Partial<FollowerParts> = {}) => new Follower({
  happenings: createHappenings(redis, followers.of), clock: () => now, everyMs: 60_000, holder: 'one', marginMinutes: 5, queues: ['testhall'], books: [], ratings: [],
  settingsOf: async (citizenId) => ({ ahead: ahead.get(citizenId) ?? 3 }), waits: { of: async () => wait },
  noticing: { dayBeforeHour: 18, names: { hall: place, line: (_, lineId) => place(lineId), window: (_, windowId) => place(windowId), item: () => place('item'), returnMinutes: () => 30 } },
  jobs: {
    add: async (notices) => {
      if (broken) throw new Error('Redis is away')
      for (const notice of notices) {
        handed.push(notice)
        told.add(`${notice.about.kind} ${'number' in notice.about ? notice.about.number : ''} ${notice.citizenId}`.replace('  ', ' '))
      }
    },
  },
  ...more,
}, (log, error) => faults.push(`${log} ${String(error)}`))
const news = (): string[] => {
  const all = [...told].sort()
  told = new Set()
  return all
}

beforeEach(async () => {
  await redis.flushdb();
  [handed, told, faults, now, broken, wait] = [[], new Set(), [], NINE, false, null]
  ahead.clear()
})

describe('a hall’s queue, followed', () => {
  const hall = testHall()
  const queue = createQueueEngine({ redis, ticketDays: 8 })
  const desk = drive(queue, hall)
  const owners = (count: number, from = 1) => Array.from({ length: count }, (_, i) => `c${from + i}`)
  const takeAll = async (all: readonly string[]) => {
    const tickets = []
    for (const owner of all) tickets.push((await desk.take({ owner, now: NINE })).ticket)
    return tickets
  }

  it('tells who is called, called again and missed, and nobody without a phone', async () => {
    await takeAll(['c1'])
    await desk.take({ owner: null })
    await desk.open('1')
    await desk.open('2')
    const { ticketId } = await desk.call('1')
    await desk.call('2')
    await desk.miss('1', ticketId)
    await create().check()
    expect(handed.map(({ about, citizenId }) => [about.kind, citizenId, 'again' in about ? about.again : null])).toEqual([
      ['called', 'c1', false], ['called', 'c1', true], ['called', 'c1', true], ['missed', 'c1', null],
    ])
    expect(new Set(handed.map(({ noticeId }) => noticeId)).size).toBe(4)
    for (const { noticeId } of handed) expect(noticeId).toMatch(/^[a-z]+-testhall-\d+-\d+$/)
    // By these a call that is over is told from the one that counts.
    const { windowId, calledAt } = (await queue.read(ticketId, 'c1', null)).ticket
    expect(handed.flatMap(({ at, about }) => ('windowId' in about ? [[about.windowId, about.calledAt - at]] : []))).toEqual(Array.from({ length: 3 }, () => [windowId, 0]))
    expect(handed[2]?.about).toMatchObject({ calledAt })
  })

  it('tells once who is near by their own choice, and anew only who was moved back', async () => {
    const follower = create()
    const tickets = await takeAll(owners(8))
    ahead.set('c7', 5)
    ahead.set('c5', 1)
    await follower.check()
    expect(news()).toEqual([])
    await desk.open('1')
    await desk.call('1', now)
    await follower.check()
    // Behind the called one stand c2 to c8, with 0 to 6 ahead; c2 to c4 had seen it when they took their numbers.
    expect(news()).toEqual(['called A001 c1', 'near A007 c7'])
    await desk.serve('1', tickets[0]!.ticketId, now)
    await desk.call('1', now)
    await follower.check()
    expect(news()).toEqual(['called A002 c2', 'near A006 c6'])
    await queue.defer(hall, tickets[5]!.ticketId, 2, desk.act('c6', now))
    await desk.serve('1', tickets[1]!.ticketId, now)
    await follower.check()
    expect(news()).toEqual([])
    await desk.call('1', now)
    await follower.check()
    // c6, at the end now, has four ahead; c8 has three, and c5 the one they want to be told at.
    expect(news()).toEqual(['called A003 c3', 'near A005 c5', 'near A008 c8'])
    await desk.serve('1', tickets[2]!.ticketId, now)
    await desk.call('1', now)
    await follower.check()
    expect(news()).toEqual(['called A004 c4', 'near A006 c6'])
  })

  it('looks at nobody further back than anybody may want to be told of', async () => {
    const follower = create()
    const all = owners(40)
    for (const owner of all) ahead.set(owner, 20)
    await takeAll(all)
    await follower.check()
    expect(news()).toEqual([])
    const asked: string[] = []
    await desk.open('1')
    await desk.call('1')
    await create({ settingsOf: async (citizenId) => { asked.push(citizenId); return { ahead: 20 } } }).check()
    expect([asked.sort(), news()]).toEqual([owners(21, 2).sort(), ['called A001 c1', 'near A022 c22']])
  })

  it('tells those who expire at the day’s end, and nothing of long ago', async () => {
    await takeAll(owners(2))
    await queue.closeDay(hall, NINE, now)
    const follower = create()
    await follower.check()
    expect(news()).toEqual(['changed A001 c1', 'changed A002 c2'])
    now += 20 * 3_600_000
    await redis.del('{messages}:cursors:20260105')
    await create().check()
    expect(handed).toHaveLength(2)
  })

  it('is told by the same names when two follow it, or one does so again', async () => {
    await takeAll(owners(6))
    await desk.open('1')
    await desk.call('1')
    await Promise.all([create().check(), create({ happenings: { ...createHappenings(redis, followers.of), lease: async () => true } }).check()])
    expect(new Set(handed.map(({ noticeId }) => noticeId)).size).toBe(told.size)
    expect(news()).toEqual(['called A001 c1', 'near A005 c5'])
  })

  it('is followed again from where it was when the jobs cannot be had', async () => {
    const follower = create()
    await takeAll(owners(5))
    await desk.open('1')
    await desk.call('1')
    broken = true
    expect(await follower.check()).toBe(0)
    expect(faults).toEqual([expect.stringContaining('queue/testhall')])
    broken = false
    await follower.check()
    expect(news()).toEqual(['called A001 c1', 'near A005 c5'])
    await follower.check()
    expect(news()).toEqual([])
  })

  it('is followed at once after an act of this process, by itself when it was another’s, and not at all when it is no hall of ours', async () => {
    const follower = create()
    await takeAll(['c1'])
    await desk.open('1')
    await desk.call('1')
    follower.touch('elsewhere', 'queue')
    follower.touch('testhall', 'book')
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(news()).toEqual([])
    follower.touch('testhall', 'queue')
    for (let tries = 0; tries < 100 && told.size === 0; tries += 1) await new Promise((resolve) => { setTimeout(resolve, 10) })
    expect(news()).toEqual(['called A001 c1'])
  })

  it('tells who asked for it when it is time to set out, once, and forgets who is in line no more', async () => {
    const happenings = createHappenings(redis, followers.of)
    const follower = create()
    const tickets = await takeAll(owners(8))
    const day = serviceDay(NINE)
    for (const index of [4, 6]) await happenings.remind('testhall', day, tickets[index]!.ticketId, 20)
    await follower.check()
    news()
    await desk.open('1')
    wait = { low: 26, high: 40, confidence: 0.8, calls: 5 }
    await desk.call('1')
    await follower.check()
    expect(news().filter((text) => text.startsWith('leave'))).toEqual([])
    wait = { ...wait, low: 25 }
    await queue.cancel(hall, tickets[6]!.ticketId, desk.act('c7', now))
    await follower.check()
    expect(news().filter((text) => text.startsWith('leave'))).toEqual(['leave A005 c5'])
    expect(handed.find(({ about }) => about.kind === 'leave')?.about).toMatchObject({ minutes: 20 })
    expect(await redis.hlen(`{hall:testhall}:${day}:leave`)).toBe(0)
  })

  it('is left to one process at a time', async () => {
    await create().check()
    await takeAll(['c1'])
    await desk.open('1')
    await desk.call('1')
    expect(await create({ holder: 'two' }).check()).toBe(0)
    expect(news()).toEqual([])
  })
})

describe('a hall’s book, followed', () => {
  const engine = createAppointmentEngine({ redis, terms: testTerms })
  const book = speak(engine, () => now)
  const follow = (hallId: string) => create({ queues: [], books: [hallId] }).check()

  it('tells of an appointment the evening before and two hours before, and of others when it is moved', async () => {
    now = EIGHT
    const [line, tomorrow] = [aLine(), '20260106']
    const later = aLine({ hallId: line.hallId, day: tomorrow })
    const booked = await book.book(later, 600, 'c1')
    await follow(line.hallId)
    const [evening, soon] = handed.map(({ dueAt }) => dueAt ?? 0) as [number, number]
    expect(handed.map(({ about: { kind } }) => kind)).toEqual(['dayBefore', 'soon'])
    expect([evening >= EIGHT + 10 * 60 * MINUTE, evening < EIGHT + 10.5 * 60 * MINUTE, soon > booked.startsAt - 125 * MINUTE, soon <= booked.startsAt - 120 * MINUTE]).toEqual([true, true, true, true])
    handed = []
    const moved = await engine.reschedule(later, later, 630, booked, book.act('c1'))
    await follow(line.hallId)
    expect(handed.map(({ about }) => ('startsAt' in about ? about.startsAt : 0))).toEqual([moved.startsAt, moved.startsAt])
    expect(new Set(handed.map(({ noticeId }) => noticeId)).size).toBe(2)
    handed = []
    // Many of one hour come one after the other, each always at its own time.
    const many = aLine({ hallId: line.hallId, day: tomorrow, capacity: 20 })
    for (let n = 1; n <= 9; n += 1) await book.book(many, 600, `many${n}`)
    await follow(line.hallId)
    const dues = handed.map(({ dueAt }) => dueAt)
    expect(new Set(dues).size).toBe(dues.length)
    await redis.del('{messages}:cursors')
    handed = []
    await follow(line.hallId)
    expect(handed.map(({ dueAt }) => dueAt)).toEqual(expect.arrayContaining(dues))
    handed = []
    // Held only, or too near to be reminded of: nothing.
    await book.hold(line, 570, 'c2')
    await book.book(line, 540, 'c3')
    await follow(line.hallId)
    expect(handed).toEqual([])
  })

  it('tells of a place that is offered and of an absence, not of what the citizen did', async () => {
    now = EIGHT - 150 * MINUTE
    const line = aLine({ capacity: 1 }, 1)
    const taken = await book.book(line, 540, 'c1')
    await book.wait(line, 'c2')
    await book.cancel(line, taken)
    await follow(line.hallId)
    expect(handed.map(({ about: { kind }, citizenId }) => `${kind} ${citizenId}`)).toEqual(['place c2'])
    const [waiting] = await engine.waitingsOf('c2')
    const offer = await engine.read(waiting?.appointmentId ?? '', 'c2', now)
    expect(handed[0]).toMatchObject({ validUntil: offer.heldUntil, about: { appointmentId: offer.appointmentId, startsAt: line.dayStart + 540 * MINUTE } })
    await engine.confirm(line, offer, book.act('c2'))
    await engine.closeDay(line.hallId, line.day, now)
    handed = []
    await follow(line.hallId)
    expect(handed.flatMap(({ about, citizenId }) => ('what' in about ? [[about.what, citizenId]] : []))).toEqual([['absent', 'c2']])
  })
})

describe('ratings, followed', () => {
  it('tell whoever rated badly that they were answered, and nothing else', async () => {
    const log = (ratingId: string, ...fields: string[]) => redis.xadd('{hall:testhall}:ratings', '*', 'type', 'step', 'at', String(now), 'rating', ratingId, 'by', 'clerk', ...fields)
    await redis.hset('{hall:testhall}:r:testhall.1', 'owner', 'c1')
    await redis.hset('{hall:testhall}:r:testhall.2', 'owner', 'c2', 'gone', '1')
    for (const step of ['open', 'contact', 'rectify', 'reply', 'close']) await log('testhall.1', 'step', step)
    await log('testhall.2', 'step', 'reply')
    await create({ queues: [], ratings: ['testhall'] }).check()
    expect(handed.map(({ citizenId, about }) => [citizenId, about])).toEqual([['c1', { kind: 'rating', ratingId: 'testhall.1', hall: place('testhall') }]])
  })
})

describe('what happens to cases, followed', () => {
  it('is told to everybody who has seen the case as their own, by names that tell nobody’s', async () => {
    const caseNo = '11990000DEPT00005Y3442009001000202601050001'
    await followers.follow('c1', 'self', [caseNo], now)
    await followers.follow('c2', 'p1', [caseNo, 'another'], now)
    const log = createChangeLog(redis)
    await log.write('one-window', [{ eventId: 'e1', caseNo, at: now, kind: 'supplement' }, { eventId: 'e2', caseNo: 'unseen', at: now, kind: 'issued' }], null, '1')
    await create({ queues: [] }).check()
    expect(handed.map(({ citizenId, about }) => [citizenId, about])).toEqual([
      ['c1', { kind: 'case', caseNo, personId: 'self', item: place('item'), change: 'supplement' }], ['c2', { kind: 'case', caseNo, personId: 'p1', item: place('item'), change: 'supplement' }],
    ])
    expect(handed.some(({ noticeId, citizenId }) => noticeId.includes(citizenId) || noticeId.includes(caseNo))).toBe(false)
    expect((await redis.keys('*followers*')).some((key) => key.includes(caseNo))).toBe(false)
  })
})
