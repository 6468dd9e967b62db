import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import type { Notice } from '../../capabilities/notifications/port'
import { Undelivered } from '../../capabilities/notifications/errors'
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
  about: { kind: 'called', ticketId: 'test.0', number: 'A001', again: false, hall: { zh: '厅', en: 'Hall' }, window: { zh: '1号窗口', en: 'Window 1' } }, ...more,
})
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400 && !await holds(); tries += 1) await pause(25)
  expect(await holds()).toBe(true)
}
const parked: object[] = []
const work = (deliver: (notice: Notice) => Promise<unknown>): void => {
  worker = new MessageWorker({ redisUrl: testRedisUrl(), logger: pino({ level: 'silent' }), sealing, deliver, atOnce: 4, urgent, parked: (one) => parked.push(one) })
  worker.start()
}

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
    const kept = JSON.stringify(await redis.hgetall(`{bull}:messages:${one.noticeId}`))
    expect(kept).toContain(one.noticeId)
    for (const word of ['A001', 'Hall', '1号窗口']) expect(kept).not.toContain(word)
    await redis.zrem('{bull}:messages:delayed', one.noticeId)
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
    const job = await redis.hset(`{bull}:messages:${one.noticeId}`, 'atm', '7')
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

  it('pause longer after each failure, a call never long, up to ten minutes', () => {
    expect([1, 2, 3].map((tries) => pauseAfter(tries, true))).toEqual([1_000, 2_000, 4_000])
    expect([1, 2, 12].map((tries) => pauseAfter(tries, false))).toEqual([5_000, 10_000, 600_000])
  })
})
