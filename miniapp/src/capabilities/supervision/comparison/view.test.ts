import { scoped } from '../builders'
import { goodOf, pairsOf, rangeOf, type Series } from './view'

const series = (scope: string, days: Series['days'] = []): Series => ({ ...scoped(scope, scope), days })
const day = (ratings: number, bad: number) => ({ day: '20260105', ratings, bad, visits: 40 })

test('a day without ratings has no share', () => {
  expect(goodOf(day(10, 1))).toBe(0.9)
  expect(goodOf(day(0, 0))).toBeNull()
  expect(rangeOf([day(10, 1), day(0, 0), day(4, 1)])).toEqual({ high: 0.9, low: 0.75 })
  expect(rangeOf([day(0, 0)])).toBeNull()
})

test('periods are put together by the part of the city, whatever the order of the answers', () => {
  const [a, b, aBefore, bBefore] = ['d.440106', 'd.440104', 'd.440106', 'd.440104'].map((scope) => series(scope)) as [Series, Series, Series, Series]
  const pairs = pairsOf([a, b], [bBefore, aBefore])
  expect(pairs[0]?.before).toBe(aBefore)
  expect(pairs[1]?.before).toBe(bBefore)
})
