import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import type { Notice } from '../../capabilities/notifications/port'
import { Postponed, Undelivered } from '../../capabilities/notifications/errors'
import { systemClock } from '../../platform/clock'
import { createSealing } from '../../platform/sealing'
import { testRedisUrl, useRedis } from '../../../tests/support/redis'
import { createMessageQueue, MessageWorker, pauseAfter, type MessageQueue } from './jobs'

const redis = useRedis()
const urgent = ['called']
const sealing = createSealing([{ id: 't', key: Buffer.alloc(32, 1) }])
let queue: MessageQueue
let worker: MessageWorker | undefined
let named = 0

const notice = (more: Partial<Notice> = {}): Notice => ({
  noticeId: `called-test-${named += 1}-0`, citizenId: 'c1', at: systemClock(), dueAt: null, validUntil: systemClock() + 60_000,
  about: { kind: 'called', ticketId: 'test.0', number: 'A001', again: false, hall: { zh: '厅', en: 'Hall' }, window: { zh: '1号窗口', en: 'Window 1' }, windowId: '1', calledAt: 1 }, ...more,
})
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400 && !await holds(); tries += 1) await pause(25)
  expect(await holds()).toBe(true)
}
const parked: object[] = []
const near = (more: Partial<Notice> = {}): Notice =>
  notice({ noticeId: `near-test-${named += 1}`, about: { kind: 'near', ticketId: 'test.0', number: 'A001', ahead: 3, hall: { zh: '厅', en: 'Hall' }, line: { zh: '综合', en: 'General' } }, ...more })
const work = (deliver: (notice: Notice) => Promise<unknown>): void => {
  worker = new MessageWorker({
    redisUrl: testRedisUrl(), logger: pino({ level: 'silent' }), clock: systemClock, sealing, deliver: { calls: deliver, messages: deliver }, atOnce: 4, urgent, parked: (one) => parked.push(one),
  })
  worker.start()
}

beforeEach(async () => {
  await redis.flushdb()
  parked.length = 0
})
beforeAll(() => { queue = createMessageQueue(redis, urgent, sealing) })
afterEach(async () => {
  await worker?.stop()
  worker = undefined
})
afterAll(() => queue.close())

describe('messages on their way', () => {
  it('are taken once however often they are handed in, and worked off', async () => {
    const seen: string[] = []
    const [one, other] = [notice(), notice()]
    await queue.add([one, other], systemClock())
    await queue.add([one], systemClock())
    work(async ({ noticeId }) => { seen.push(noticeId) })
    await until(() => seen.length === 2)
    await queue.add([one], systemClock())
    await until(async () => (await queue.state()).waiting === 0 && (await queue.state()).active === 0)
    expect(seen.sort()).toEqual([one.noticeId, other.noticeId].sort())
  })

  it('say nothing to whoever reads Redis', async () => {
    const one = notice({ dueAt: systemClock() + 60_000 })
    await queue.add([one], systemClock())
    const kept = JSON.stringify(await redis.hgetall(`{bull}:calls:${one.noticeId}`))
    expect(kept).toContain(one.noticeId)
    for (const word of ['A001', 'Hall', '1号窗口']) expect(kept).not.toContain(word)
    await redis.zrem('{bull}:calls:delayed', one.noticeId)
  })

  it('come when they are due', async () => {
    const seen: number[] = []
    const dueAt = systemClock() + 400
    await queue.add([notice({ dueAt })], systemClock())
    expect(await queue.state()).toMatchObject({ waiting: 0, delayed: 1 })
    work(async () => { seen.push(systemClock()) })
    await until(() => seen.length === 1)
    expect(seen[0]).toBeGreaterThanOrEqual(dueAt)
  })

  it('are tried again after a pause when they failed', async () => {
    let tries = 0
    await queue.add([notice()], systemClock())
    work(async () => {
      tries += 1
      if (tries < 2) throw new Undelivered('wechat', 'busy')
    })
    await until(() => tries === 2)
    await until(async () => (await queue.state()).delayed === 0)
    expect((await queue.state()).parked).toBe(0)
  })

  it('are parked when nothing helps, told without whom they are for, and can be replayed', async () => {
    const one = notice()
    await queue.add([one], systemClock())
    const job = await redis.hset(`{bull}:calls:${one.noticeId}`, 'atm', '7')
    expect(job).toBe(1)
    let failures = 2
    work(async () => { if (failures-- > 0) throw new Undelivered('wechat', 'errcode 45009') })
    await until(async () => (await queue.state()).parked === 1)
    const { parked: [shown], total } = await queue.list(10)
    expect([total, shown]).toEqual([1, { parkedId: one.noticeId, kind: 'called', way: 'wechat', problem: 'errcode 45009', tries: 8, parkedAt: expect.any(Number), validUntil: one.validUntil }])
    expect(parked).toEqual([{ parkedId: one.noticeId, kind: 'called', way: 'wechat', problem: 'errcode 45009' }])
    // Replayed it has all its tries anew: one more failure does not park it.
    expect([await queue.replay('nothing-there'), await queue.replay(one.noticeId)]).toEqual([false, true])
    await until(() => failures < 0)
    expect([parked.length, (await queue.list(10)).total]).toEqual([1, 0])
    expect(await queue.replay(one.noticeId)).toBe(false)
  })

  it('are calls first and by themselves: whatever else is in hand, or waits in thousands, holds none up', async () => {
    const seen: string[] = []
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => { release = resolve })
    await queue.add(Array.from({ length: 40 }, () => near()), systemClock())
    work(async ({ about: { kind } }) => {
      seen.push(kind)
      if (kind !== 'called') await held
    })
    await until(() => seen.length === 4)
    await queue.add([near(), notice()], systemClock())
    await until(() => seen.includes('called'))
    expect(seen.filter((kind) => kind === 'near')).toHaveLength(4)
    release()
    await until(async () => (await queue.state()).waiting === 0 && (await queue.state()).active === 0)
    expect(seen).toHaveLength(42)
  })

  it('wait for a later time without having failed', async () => {
    const seen: number[] = []
    const at = systemClock() + 400
    await queue.add([near()], systemClock())
    work(async () => {
      seen.push(systemClock())
      if (seen.length === 1) throw new Postponed(at)
    })
    await until(() => seen.length === 2)
    expect(seen[1]).toBeGreaterThanOrEqual(at)
    await until(async () => (await queue.state()).active === 0)
    expect([await queue.state(), parked]).toEqual([{ waiting: 0, delayed: 0, active: 0, parked: 0 }, []])
  })

  it('that may have been sent are parked at once, and a replay tells that it is one', async () => {
    const seen: (number | undefined)[] = []
    const one = near()
    await queue.add([one], systemClock())
    work(async ({ replays }) => {
      seen.push(replays)
      if (seen.length < 3) throw new Undelivered('wechat', 'may have been sent', true)
    })
    for (const times of [1, 2]) {
      await until(async () => seen.length === times && (await queue.state()).parked === 1)
      expect((await queue.list(9)).parked).toMatchObject([{ parkedId: one.noticeId, kind: 'near', problem: 'may have been sent', tries: 1 }])
      expect(await queue.replay(one.noticeId)).toBe(true)
    }
    await until(() => seen.length === 3)
    expect(seen).toEqual([undefined, 1, 2])
  })

  it('are parked when another try would come too late', async () => {
    await queue.add([near({ validUntil: systemClock() + 4_000 })], systemClock())
    work(async () => { throw new Undelivered('wechat', 'no answer') })
    await until(async () => (await queue.state()).parked === 1)
    expect((await queue.list(9)).parked).toMatchObject([{ problem: 'no answer', tries: 1 }])
  })

  it('that were parked end after a week, also when nothing else happens', async () => {
    const [old, young] = [near(), near()]
    await queue.add([old, young], systemClock())
    work(async () => { throw new Undelivered('wechat', 'may have been sent', true) })
    await until(async () => (await queue.state()).parked === 2)
    const weekAgo = systemClock() - 7 * 86_400_000 - 1_000
    await redis.zadd('{bull}:messages:failed', String(weekAgo), old.noticeId)
    await redis.hset(`{bull}:messages:${old.noticeId}`, 'finishedOn', String(weekAgo))
    await queue.tidy()
    expect((await queue.list(9)).parked.map(({ parkedId }) => parkedId)).toEqual([young.noticeId])
  })

  it('pause longer after each failure, a call never long, up to ten minutes, for as long as they are worth telling', () => {
    expect([1, 2, 3].map((tries) => pauseAfter(tries, true, 300_000))).toEqual([1_000, 2_000, 4_000])
    expect([1, 2, 12, 500].map((tries) => pauseAfter(tries, false, 3 * 86_400_000))).toEqual([5_000, 10_000, 600_000, 600_000])
    expect([pauseAfter(1, false, 5_000), pauseAfter(12, false, 600_000)]).toEqual([null, null])
  })
})
