import { firstPlace, isKeptPlace, placeFor, roomsOf } from './rooms'

const kept = { account: 'lead1', room: 'bulletins', scope: 'h.tianhe', ratingId: null, bulletinId: 'daily-20260105' } as const

test('a clerk sees their own work orders only, an operator none', () => {
  expect(roomsOf('clerk')).toEqual(['orders'])
  expect(roomsOf('supervisor')).toEqual(['overview', 'comparison', 'alerts', 'orders', 'bulletins'])
  expect(roomsOf('operator')).not.toContain('orders')
})

test('a reload comes back to the same place, for the same account, where it may be', () => {
  expect(placeFor({ account: 'lead1', role: 'supervisor' }, kept)).toBe(kept)
  expect(placeFor({ account: 'lead2', role: 'supervisor' }, kept)).toEqual(firstPlace('supervisor'))
  expect(placeFor({ account: 'lead1', role: 'clerk' }, kept)).toEqual({ room: 'orders', scope: 'city', ratingId: null, bulletinId: null })
})

test('nonsense that was kept is nothing', () => {
  expect(isKeptPlace(kept)).toBe(true)
  for (const value of [null, 1, {}, { ...kept, room: 'roof' }, { ...kept, scope: 1 }, { ...kept, ratingId: 1 }]) expect(isKeptPlace(value)).toBe(false)
})
