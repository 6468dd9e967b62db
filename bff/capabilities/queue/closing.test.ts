import { DayCloser } from './closing'
import type { Halls, QueueHall, QueuePort } from './port'
import { useRedis } from '../../../tests/support/redis'
import { createQueueEngine } from '../../engine/queue/engine'
import { drive, NINE, testHall } from '../../engine/queue/testing/drive'

const redis = useRedis()
const engine = createQueueEngine({ redis, ticketDays: 2 })
const HOUR = 3_600_000
const DAY = 24 * HOUR
const MIDNIGHT = NINE - 9 * HOUR

const directory = (hall: QueueHall, expiresAt: (now: number) => number | null): Halls => ({
  find: (hallId) => (hallId === hall.hallId ? hall : undefined), all: () => [hall],
  hoursAt: (_, now) => ({ open: true, expiresAt: expiresAt(now) }),
  afterOpenMinutes: () => null,
})
const closer = (halls: Halls, at: () => number, queue: QueuePort = engine, report: (hallId: string, error: unknown) => void = () => {}) =>
  new DayCloser({ halls, closeDay: queue.closeDay, clock: at, days: 8, checkMs: 20_000 }, report)

describe('closing the day', () => {
  it('expires who still waits when the last hour has ended, not before, and once', async () => {
    const hall = testHall({ hallId: 'nightfall' })
    const { take, order } = drive(engine, hall)
    await take()
    let now = NINE + 7 * HOUR
    const halls = directory(hall, (at) => (at >= MIDNIGHT ? NINE + 8 * HOUR : null))
    const day = closer(halls, () => now)
    expect(await day.check()).toBe(0)
    expect(await order()).toEqual(['A001'])
    now = NINE + 8 * HOUR
    expect(await day.check()).toBe(1)
    expect(await day.check()).toBe(0)
    expect(await order()).toEqual([])
  })

  it('ends a day on which the hall has no hours, as one that was closed when numbers were out already', async () => {
    const hall = testHall({ hallId: 'typhoon' })
    await drive(engine, hall).take()
    expect(await closer(directory(hall, () => null), () => NINE + HOUR).check()).toBe(1)
  })

  it('ends a day that nobody was there to end, up to eight days later', async () => {
    const hall = testHall({ hallId: 'outage' })
    await drive(engine, hall).take()
    const halls = directory(hall, (at) => (at < MIDNIGHT + DAY ? MIDNIGHT + 17 * HOUR : null))
    expect(await closer(halls, () => NINE + 8 * DAY).check()).toBe(1)
  })

  it('ends the numbers of lines and windows that the hall no longer has', async () => {
    const hall = testHall({ hallId: 'rebuilt' })
    const { take, open } = drive(engine, hall)
    await take({ lineId: 'B' })
    await open('5')
    const smaller = { ...hall, lines: hall.lines.slice(0, 1), windows: hall.windows.slice(0, 1) }
    expect(await closer(directory(smaller, () => NINE), () => NINE + HOUR).check()).toBe(1)
    expect((await engine.board(hall, NINE, 0)).windows.at(-1)).toMatchObject({ state: 'closed' })
  })

  it('ends the day of a hall that is open to midnight in the next one, and leaves the new day alone', async () => {
    const hall = testHall({ hallId: 'allday' })
    const { take, order } = drive(engine, hall)
    await take({ now: MIDNIGHT + 23 * HOUR })
    await take({ now: MIDNIGHT + DAY + 1 })
    const day = closer(directory(hall, (at) => MIDNIGHT + (Math.floor((at - MIDNIGHT) / DAY) + 1) * DAY), () => MIDNIGHT + DAY + 1)
    expect(await day.check()).toBe(1)
    expect(await order('A', MIDNIGHT + DAY + 1)).toEqual(['A001'])
  })

  it('reports a failure and tries again', async () => {
    const hall = testHall({ hallId: 'broken' })
    let broken = true
    const flaky: QueuePort = { ...engine, closeDay: (one, day, at) => (broken ? Promise.reject(new Error('away')) : engine.closeDay(one, day, at)) }
    await drive(engine, hall).take()
    const reported: unknown[] = []
    const day = closer(directory(hall, (at) => (at >= MIDNIGHT ? NINE + 8 * HOUR : null)), () => NINE + 9 * HOUR, flaky, (_, error) => reported.push(error))
    expect(await day.check()).toBe(0)
    expect(reported).toHaveLength(1)
    broken = false
    expect(await day.check()).toBe(1)
  })
})
