import { periodName, pointsBetween } from './view'

test('the period is named with its year', () => {
  expect(periodName({ from: '20260105', to: '20260105' }, 'zh')).toBe('2026年1月5日')
  expect(periodName({ from: '20260105', to: '20260111' }, 'en')).toBe('5 January 2026 – 11 January 2026')
})

test('a move is the difference of what is shown', () => {
  expect(pointsBetween(0.9, 0.97)).toBe(7)
  expect(pointsBetween(0.97, 0.9)).toBe(-7)
  expect(pointsBetween(0.90004, 0.90006)).toBe(0)
})
