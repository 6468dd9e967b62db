import { aHold, anAppointment, hour, minute, TEN } from './builders'
import { minePace, nextOf, parted } from './mine'

const at = TEN - 25 * hour
const id = (appointmentId: string) => ({ appointmentId })
const booked = anAppointment(id('booked'))

test('what still needs one is to come, soonest first; the rest is past, latest first', () => {
  const later = anAppointment({ ...id('later'), startsAt: TEN + hour })
  const gone = anAppointment({ ...id('gone'), state: 'cancelled', startsAt: TEN + 2 * hour })
  const { toCome, past } = parted([gone, later, anAppointment({ ...id('old'), state: 'missed', startsAt: TEN - 72 * hour }), booked], at)
  expect([toCome, past].map((some) => some.map(({ appointmentId }) => appointmentId))).toEqual([['booked', 'later'], ['gone', 'old']])
})

test('a hold that has run out is past by itself, and so is a booking whose day is over', () => {
  const held = aHold()
  expect(parted([held], at + 5 * minute - 1).toCome).toHaveLength(1)
  expect(parted([held], at + 5 * minute).past).toHaveLength(1)
  expect(parted([booked], TEN + 14 * hour).past).toHaveLength(1)
})

test('an offer comes before a hold, and both before what is only booked', () => {
  const offer = aHold({ ...id('offer'), offered: true, startsAt: TEN + 3 * hour })
  const held = aHold({ ...id('held'), startsAt: TEN + hour })
  expect(nextOf([booked, held, offer], at)?.appointmentId).toBe('offer')
  expect(nextOf([booked, held], at)?.appointmentId).toBe('held')
  expect(nextOf([booked], at)?.appointmentId).toBe('booked')
  expect(nextOf([anAppointment({ state: 'arrived' })], at)).toBeNull()
  expect(minePace({ appointments: [booked], missing: [] })).toBeGreaterThan(minePace({ appointments: [booked, held], missing: [] }))
  expect(minePace({ appointments: [booked], missing: [] })).toBeGreaterThan(minePace({ appointments: [booked], missing: [{}] }))
})
