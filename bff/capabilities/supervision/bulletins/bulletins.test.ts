import readXlsxFile from 'read-excel-file/node'
import type { Bulletin } from '@shared/bulletins'
import { useRedis } from '../../../../tests/support/redis'
import { createBulletinStore } from '../../../engine/supervision/bulletins'
import type { Metric } from '../port'
import { openRoom } from '../testing/room'
import { makeBulletin } from './making'
import { duePeriods, periodBefore, periodOf } from './periods'
import { BulletinRound } from './round'
import { harmlessCell, workbookOf } from './workbook'

const redis = useRedis()
const store = createBulletinStore(redis)
let now = Date.parse('2026-01-05T10:00:00+08:00')
let room = openRoom(redis, () => now)
const at = (text: string): number => Date.parse(`${text}+08:00`)
let streams = 0
/** Adds so much to the figures of a scope's day. */
const count = (scope: string, day: string, counts: Partial<Record<Metric, number>>) => room.figures.add({ hallId: `made-${streams += 1}`, day: null }, null, '1-0',
  Object.entries(counts).map(([metric, by]) => ({ kind: 'day', scope, day, metric: metric as Metric, by })))
const parts = (minimum = 30) => ({ figures: room.figures, places: room.places, minimum, overdue: async () => [], clock: () => now })

beforeEach(async () => {
  await redis.flushdb()
  room = openRoom(redis, () => now)
})

describe('the period of a bulletin', () => {
  it.each([
    ['daily', '20260105', '20260105', '20260105', '20260104'], ['weekly', '20260111', '20260105', '20260111', '20251229'], ['weekly', '20260105', '20260105', '20260111', '20251229'],
    ['monthly', '20260228', '20260201', '20260228', '20260101'], ['monthly', '20240229', '20240201', '20240229', '20240101'], ['monthly', '20260101', '20260101', '20260131', '20251201'],
  ] as const)('%s, of %s, is %s to %s', (kind, day, from, to, before) => {
    expect(periodOf(kind, day)).toEqual({ kind, from, to })
    expect(periodBefore(periodOf(kind, day)).from).toBe(before)
  })

  it('is due in its hour of the day after, and not before', () => {
    expect(duePeriods('daily', at('2026-01-06T06:59'), 7, 1)).toMatchObject([{ from: '20260104' }])
    expect(duePeriods('daily', at('2026-01-06T07:00'), 7, 2)).toMatchObject([{ from: '20260105' }, { from: '20260104' }])
    expect(duePeriods('weekly', at('2026-01-12T07:00'), 7, 1)).toMatchObject([{ from: '20260105', to: '20260111' }])
    expect(duePeriods('monthly', at('2026-02-01T07:00'), 7, 1)).toMatchObject([{ from: '20260101', to: '20260131' }])
  })
})

describe('a bulletin', () => {
  it('ranks halls by their share of good ratings, those with too few below and without a rank', async () => {
    await count('city', '20260105', { l5: 1 })
    await count('h.test', '20260105', { l1: 10, l5: 30 })
    await count('h.other', '20260105', { l5: 29 })
    const bulletin = await makeBulletin(periodOf('daily', '20260105'), parts())
    expect(bulletin?.ranking.map(({ scope, rank, indicators: { goodRate, few, goodBetween } }) => [scope, rank, goodRate, few, goodBetween !== null])).toEqual([['h.test', 1, 0.75, false, true], ['h.other', null, 1, true, true]])
    expect((await makeBulletin(periodOf('daily', '20260105'), parts(29)))?.ranking.map(({ scope, rank }) => [scope, rank])).toEqual([['h.other', 1], ['h.test', 2]])
  })

  it('compares with the period before, and tells who moved most', async () => {
    for (const [scope, day, counts] of [['h.test', '20260105', { l5: 100 }], ['h.test', '20251230', { l1: 50, l5: 50 }], ['h.other', '20260106', { l1: 10, l5: 90 }], ['h.other', '20251229', { l5: 100 }], ['city', '20260106', { l5: 190, l1: 10 }], ['city', '20251230', { l5: 150, l1: 50 }]] as const) await count(scope, day, counts)
    const bulletin = await makeBulletin(periodOf('weekly', '20260107'), parts())
    expect(bulletin).toMatchObject({ from: '20260105', to: '20260111', city: { goodRate: 0.95 }, before: { goodRate: 0.75 }, movers: [{ scope: 'h.test', before: 0.5, now: 1 }, { scope: 'h.other', before: 1, now: 0.9 }] })
  })

  it('never counts a rating by default as an active one', async () => {
    await count('city', '20260105', { visits: 10, byDefault: 8, l5: 1 })
    expect((await makeBulletin(periodOf('daily', '20260105'), parts()))?.city).toMatchObject({ ratings: 1, activeRate: 0.1, ratingRate: 0.9 })
  })

  it('is made by the job once its hour has come, once by however many processes, and stays as it was', async () => {
    // What happened before midnight may not have been counted yet when the hour comes.
    let settled: Promise<unknown> | undefined
    const round = () => new BulletinRound({
      store, make: (period) => makeBulletin(period, parts()), settle: () => settled ??= count('city', '20260105', { l1: 1, l5: 1 }), hour: 7, clock: () => now, everyMs: 60_000,
    }, (error) => { throw error as Error })
    now = at('2026-01-06T06:59')
    expect(await round().check()).toBe(0)
    now = at('2026-01-06T07:00')
    await Promise.all([round().check(), round().check(), round().check()])
    expect(await store.list('daily', 10)).toEqual([{ bulletinId: 'daily-20260105', kind: 'daily', from: '20260105', to: '20260105', madeAt: now }])
    expect(await store.read('daily-20260105')).toMatchObject({ city: { ratings: 2, goodRate: 0.5 } })
    expect(await round().check()).toBe(0)
    expect(await store.list('weekly', 10)).toEqual([])
    now = at('2026-02-02T08:00')
    await round().check()
    expect([(await store.list('weekly', 10)).map(({ from }) => from), (await store.list('monthly', 10)).map(({ from }) => from)]).toEqual([['20260105'], ['20260101']])
    expect(await store.read('daily-20260106')).toBeNull()
  })

  it('that was kept but not listed, since its maker died, is listed by the next, as it was', async () => {
    const kept = { bulletinId: 'daily-20260105', kind: 'daily', from: '20260105', to: '20260105', madeAt: 1 } as Bulletin
    await redis.set('{figures}:bulletin:daily-20260105', JSON.stringify(kept))
    expect(await store.has(['daily-20260105'])).toEqual([false])
    await store.keep({ ...kept, madeAt: 2 })
    expect(await store.list('daily', 5)).toEqual([kept])
    expect(await store.read('daily-20260105')).toEqual(kept)
  })
})

describe('a bulletin’s workbook', () => {
  it('holds what the bulletin says, as numbers', async () => {
    await count('city', '20260105', { l5: 3, l1: 1, visits: 8 })
    await count('h.test', '20260105', { l5: 3, l1: 1, visits: 8 })
    const bulletin = await makeBulletin(periodOf('daily', '20260105'), parts()) as Bulletin
    const sheets = await readXlsxFile(await workbookOf(bulletin))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['概况', '大厅排名', '各区', '部门', '升降', '逾期工单', '差评原因'])
    expect(sheets[1]?.data[1]?.slice(0, 4)).toEqual(['不排名', 'test', 4, 0.75])
  })

  it('holds no cell that is a formula, whatever a name begins with', async () => {
    const dangerous = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']
    expect(dangerous.map(harmlessCell).every((text) => text.startsWith('\''))).toBe(true)
    expect(['广州', '1=2', ''].map(harmlessCell)).toEqual(['广州', '1=2', ''])
    await count('city', '20260105', { l5: 1 })
    const made = await makeBulletin(periodOf('daily', '20260105'), parts()) as Bulletin
    const evil = { ...made, districts: dangerous.map((zh) => ({ scope: 'd.440106', name: { zh, en: zh }, indicators: made.city })) }
    const file = await workbookOf(evil)
    expect((await readXlsxFile(file)).find(({ sheet }) => sheet === '各区')?.data.slice(1).map(([name]) => name)).toEqual(dangerous.map((text) => `'${text}`.trim()))
    expect(file.toString('latin1')).not.toContain('<f>')
  })
})
