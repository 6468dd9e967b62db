import { lengthOf, linesThrough, topOf } from './scale'

test('an axis ends at a round number that holds every value', () => {
  expect([[], [null], [0.4], [3], [20], [35], [51], [101]].map((values) => topOf(values))).toEqual([1, 1, 1, 5, 20, 50, 100, 200])
})

test('a value is drawn in proportion, never beyond the axis', () => {
  expect(lengthOf(25, 50, 120)).toBe(60)
  expect(lengthOf(null, 50, 120)).toBe(0)
  expect(lengthOf(80, 50, 120)).toBe(120)
})

test('a line breaks where a value is missing; a single value is still drawn', () => {
  expect(linesThrough([1, 0.5, null, 0], 30, 10)).toEqual(['0,0 10,5', '30,10 30,10'])
  expect(linesThrough([null], 30, 10)).toEqual([])
  expect(linesThrough([0.5], 30, 10)).toEqual(['0,5 0,5'])
})
