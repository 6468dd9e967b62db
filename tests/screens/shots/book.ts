import { loseNetwork, passTime, waitLong } from '../page'
import { bookingChanges, holdPlace } from '../happenings'
import type { Scene } from '../scene'
import { press, screen, state, type Shot } from '../shot'
import { VISIT } from '../visits'

const daySlots = ({ booked }: Scene): string => `/pages/book-slot/index?${VISIT}&day=${booked.day}`
const appointment = ({ booked }: Scene): string => `/pages/appointment/index?id=${booked.appointmentId}`
const held = ({ held: id }: Scene): string => `/pages/appointment/index?id=${id}`
/** Longer than a place is kept. */
const HOLD_OVER_MS = 6 * 60_000

/** Appointments, from what for to being there. */
export const bookShots: readonly Shot[] = [
  state('home-booked', 'Home, with an appointment', 'booker', '/', { whole: true }),
  screen('book', 'Book: what for', null, '/pages/book/index', { whole: true, act: (page) => page.getByRole('checkbox').first().tap() }),
  screen('book-halls', 'Book: the hall', null, '/pages/book/index?items=residence-permit,elder-card', { whole: true }),
  screen('book-days', 'Book: the day', 'newcomer', `/pages/book-slot/index?${VISIT}`, { whole: true }),
  screen('book-slots', 'Book: the time', 'newcomer', daySlots, { whole: true }),
  state('book-refused', 'Book: refused', 'booker', daySlots, { act: press(/余 \d|\d left/) }),
  screen('confirm', 'Book: confirm', 'holder', held, { whole: true, before: holdPlace }),
  screen('appointment', 'An appointment', 'booker', appointment, { whole: true }),
  state('appointment-offline', 'An appointment, the network gone', 'booker', appointment, { act: loseNetwork, whole: true }),
  state('appointment-not-mine', 'Somebody else’s appointment', 'newcomer', appointment),
  screen('appointments', 'My appointments', 'booker', '/pages/appointments/index', { whole: true }),
  state('appointments-empty', 'My appointments, none', 'newcomer', '/pages/appointments/index'),
  state('waiting-empty', 'Waiting list, empty', 'newcomer', '/pages/waiting/index'),
  state('book-slow', 'Book: the answer takes long', null, '/pages/book/index', { network: 'silent', act: waitLong }),
  state('book-error', 'Book: not to be had', null, '/pages/book/index', { network: 'failing' }),
  state('book-days-error', 'Book: the days, not to be had', 'newcomer', `/pages/book-slot/index?${VISIT}`, { network: 'failing' }),
  state('book-gone', 'Book: no such line', 'newcomer', '/pages/book-slot/index?hall=tianhe&line=Z&items=residence-permit'),
  screen('confirm-lapsed', 'Book: the place was kept long enough', 'holder', held, { before: holdPlace, act: (page, scene) => passTime(page, HOLD_OVER_MS, scene.clock), whole: true }),
  state('confirm-elsewhere', 'Book: confirmed on another phone', 'holder', held, { before: holdPlace, act: bookingChanges('confirm'), whole: true }),
  screen('appointment-moved-elsewhere', 'An appointment, moved on another phone', 'holder', held, { before: (scene) => holdPlace(scene, true), act: bookingChanges('reschedule'), whole: true }),
  state('appointment-cancelled-elsewhere', 'An appointment, cancelled on another phone', 'holder', held, { before: (scene) => holdPlace(scene, true), act: bookingChanges('cancel') }),
  state('appointment-no-network', 'An appointment, never a network', 'booker', appointment, { network: 'gone' }),
  state('appointment-error', 'An appointment, not to be had', 'booker', appointment, { network: 'failing' }),
  state('appointment-ended', 'An appointment, signed out from elsewhere', 'revoked', appointment),
]
