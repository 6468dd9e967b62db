import { minutesBetween, runningTime } from './durations'

test('running time reads as a clock', () => {
  expect([0, 999, 61_000, 599_000, 3_600_000, 3_725_000].map(runningTime)).toEqual(['0:00', '0:00', '1:01', '9:59', '1:00:00', '1:02:05'])
})

test('clocks that disagree never show negative time', () => {
  expect(runningTime(-5000)).toBe('0:00')
  expect(minutesBetween(10_000, 0)).toBe(0)
  expect(minutesBetween(0, 119_999)).toBe(1)
})
