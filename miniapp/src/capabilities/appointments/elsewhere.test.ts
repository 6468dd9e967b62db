import { anAppointment } from './builders'
import { doneElsewhere, noteAsked, wasAsked } from './elsewhere'

const never = (): boolean => false
const booked = anAppointment({ state: 'booked', heldUntil: null })
const held = anAppointment({ state: 'held', heldUntil: booked.asOf + 60_000 })

test.each([
  ['confirmed', held, booked, 'confirm', { kind: 'booked' }],
  ['cancelled', booked, { ...booked, state: 'cancelled' }, 'cancel', { kind: 'cancelled' }],
  ['moved', booked, { ...booked, startsAt: booked.startsAt + 3_600_000 }, 'reschedule', { kind: 'moved', from: booked.startsAt }],
] as const)('one that was %s without this phone was so elsewhere', (_, before, after, move, done) => {
  expect(doneElsewhere(before, after, never)).toEqual(done)
  expect(doneElsewhere(before, after, (made) => made === move)).toBeNull()
})

test.each([
  ['arriving', { ...booked, state: 'arrived' }], ['being missed', { ...booked, state: 'missed' }], ['an older answer', { ...booked, state: 'cancelled', asOf: booked.asOf - 1 }],
] as const)('%s is not the citizen’s doing on another phone', (_, after) => {
  expect(doneElsewhere(booked, after, never)).toBeNull()
})

test('what this phone asked for on one page is known on the next', () => {
  expect(wasAsked('tianhe.1', 'reschedule')).toBe(false)
  noteAsked('tianhe.1', 'reschedule')
  expect(wasAsked('tianhe.1', 'reschedule')).toBe(true)
  expect(wasAsked('tianhe.2', 'reschedule')).toBe(false)
})
