import { scoped } from '../builders'
import { besideLargest, curveView, extremesOf, hasOrdersAndWaits, inNeed, partsKind } from './view'

const [good, bad] = [scoped('d.440106', '天河', { goodRate: 0.97 }), scoped('d.440104', '越秀', { goodRate: 0.9 })]
const few = scoped('d.440103', '荔湾', { goodRate: 1, ratings: 3, few: true })
const none = scoped('d.440105', '海珠', { goodRate: null, ratings: 0, few: true, goodBetween: null })

test('the city is divided down to windows; departments and windows are not', () => {
  expect(['city', 'd.440106', 'h.tianhe', 'w.tianhe.5', 'o.11440100007482575H'].map(partsKind)).toEqual(['districts', 'halls', 'windows', null, null])
  expect(hasOrdersAndWaits('h.tianhe')).toBe(true)
  expect(hasOrdersAndWaits('w.tianhe.5')).toBe(false)
})

test('who has too few ratings is neither best nor worst', () => {
  expect(extremesOf([few, bad, none, good])).toEqual({ best: good, worst: bad })
  expect(extremesOf([few, none])).toBeNull()
})

test('the worst stands first, too few after it, none last', () => {
  expect(inNeed([none, few, good, bad])).toEqual([bad, good, few, none])
})

test('hours without a call between others are shown; the busiest and the slowest are found', () => {
  const hour = (at: number, called: number, waitMinutes: number | null) => ({ hour: at, called, waitMinutes, overPromise: 0 })
  const view = curveView([hour(8, 0, null), hour(9, 20, 30), hour(11, 35, 12)])
  expect(view?.hours.map(({ hour: at, called }) => [at, called])).toEqual([[9, 20], [10, 0], [11, 35]])
  expect([view?.called, view?.busiest.hour, view?.slowest?.hour]).toEqual([55, 11, 9])
  expect(curveView([hour(9, 3, null)])?.slowest).toBeNull()
  expect(curveView([hour(8, 0, null)])).toBeNull()
})

test('counts are measured by the largest of them', () => {
  expect(besideLargest([4, 1, 0])).toEqual([1, 0.25, 0])
  expect(besideLargest([0])).toEqual([0])
})
