import { useRedis } from '../../../tests/support/redis'
import type { Metric } from './port'
import { openRoom } from './testing/room'

const NOW = Date.UTC(2026, 0, 12, 2)
const redis = useRedis()
const room = openRoom(redis, () => NOW)
let logs = 0
const count = (scope: string, day: string, counts: Partial<Record<Metric, number>>) => room.figures.add({ hallId: `made-${logs += 1}`, day: null }, null, '1-0',
  Object.entries(counts).map(([metric, by]) => ({ kind: 'day', scope, day, metric: metric as Metric, by })))

beforeAll(async () => {
  await count('city', '20260112', { l5: 9, l1: 1, visits: 20 })
  await count('city', '20260105', { l5: 1 })
  await count('h.test', '20260112', { l4: 40 })
  await count('o.11990000DEPT00005Y', '20260112', { l3: 2 })
  await count('w.test.5', '20251231', { l2: 4, visits: 8 })
  await count('w.test.5', '20260101', { l5: 4 })
})

describe('a supervisor’s page', () => {
  it('shows today beside the same day a week before, its parts and its way up', async () => {
    expect(await room.service.overview('city', undefined)).toMatchObject({
      day: '20260112', asOf: NOW, today: { ratings: 10, goodRate: 0.9, activeRate: 0.5 }, before: { ratings: 1 }, path: [{ scope: 'city' }],
      parts: [{ scope: 'd.440100' }, { scope: 'd.440104' }, { scope: 'd.440106' }], departments: [{ scope: 'o.11990000DEPT00005Y', indicators: { ratings: 2 } }],
    })
    expect(await room.service.overview('d.440106', undefined)).toMatchObject({ parts: [{ scope: 'h.test', indicators: { ratings: 40, few: false } }], path: [{ scope: 'city' }, { scope: 'd.440106' }], departments: [] })
    expect((await room.service.overview('w.test.5', undefined)).path.map(({ scope }) => scope)).toEqual(['city', 'd.440106', 'h.test', 'w.test.5'])
  })

  it('shows a past day, across the end of a year', async () => {
    expect(await room.service.overview('w.test.5', '20251231')).toMatchObject({ today: { levels: [0, 4, 0, 0, 0], visits: 8, goodRate: 0 } })
  })

  it.each(['h.nowhere', 'w.test.99', 'd.440199', 'o.000000000000000000'])('knows no %s', async (scope) => {
    await expect(room.service.overview(scope, undefined)).rejects.toMatchObject({ code: 'SCOPE_NOT_FOUND' })
    await expect(room.service.overviewText(scope, undefined)).rejects.toMatchObject({ code: 'SCOPE_NOT_FOUND' })
  })
})

describe('a comparison', () => {
  it('sums a period and tells each day of it, side by side', async () => {
    const { series } = await room.service.compare(['w.test.5', 'city'], '20251231', '20260101')
    expect(series[0]).toMatchObject({ scope: 'w.test.5', indicators: { ratings: 8, goodRate: 0.5, visits: 8 }, days: [{ day: '20251231', ratings: 4, bad: 4, visits: 8 }, { day: '20260101', ratings: 4, bad: 0, visits: 0 }] })
    expect(series[1]).toMatchObject({ indicators: { ratings: 0, goodRate: null } })
  })

  it.each([['20260102', '20260101'], ['20260101', '20260404']])('is refused from %s to %s', async (from, to) => {
    await expect(room.service.compare(['city'], from, to)).rejects.toMatchObject({ code: 'PERIOD_WRONG', details: { days: 93 } })
  })

  it('takes a period of 93 days, and nothing that is not there', async () => {
    expect((await room.service.compare(['city'], '20260101', '20260403')).series[0]?.days).toHaveLength(93)
    await expect(room.service.compare(['city', 'h.nowhere'], '20260101', '20260102')).rejects.toMatchObject({ code: 'SCOPE_NOT_FOUND' })
  })
})
