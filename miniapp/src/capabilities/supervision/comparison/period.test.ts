import { lastDays, periodBefore, problemOf } from './period'

test('the period before has as many days and ends the day before', () => {
  expect(periodBefore({ from: '20260105', to: '20260105' })).toEqual({ from: '20260104', to: '20260104' })
  expect(periodBefore({ from: '20260301', to: '20260307' })).toEqual({ from: '20260222', to: '20260228' })
})

test('the last days are those that are over', () => {
  expect(lastDays(7, '20260108')).toEqual({ from: '20260101', to: '20260107' })
})

test('a period neither ends before it begins nor has more than 93 days', () => {
  expect(problemOf({ from: '20260105', to: '20260104' })).toBe('wrongOrder')
  expect(problemOf({ from: '20260101', to: '20260403' })).toBeNull()
  expect(problemOf({ from: '20260101', to: '20260404' })).toBe('tooLong')
})
