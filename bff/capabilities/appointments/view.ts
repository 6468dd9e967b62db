import type { Appointment } from '@shared/appointments'
import type { BookedVisit } from '@shared/book'
import type { Waiting } from '@shared/waitingList'
import type { AppointmentRecord, BookingHall, BookingTerms, WaitingRecord } from './port'

const MINUTE_MS = 60_000
/** Short enough to be read out; it says nothing to who has not the book. */
const codeOf = (appointmentId: string): string => appointmentId.slice(-6).toUpperCase()
const lineNameIn = ({ lines }: BookingHall, lineId: string) => lines.find((one) => one.lineId === lineId)?.name ?? { zh: lineId, en: lineId }

/** Whom it is for: `self`, where that is who booked. */
const personIn = (personId: string, self: string | null): string => (personId === self ? 'self' : personId)

/** An appointment as who booked it sees it. `self`: their own id as a person. */
export const appointmentView = (hall: BookingHall, one: AppointmentRecord, self: string | null, terms: BookingTerms, now: number): Appointment => ({
  appointmentId: one.appointmentId, state: one.state, code: codeOf(one.appointmentId),
  hallId: hall.hallId, hallName: hall.name, address: hall.address, place: hall.place, lineId: one.lineId, lineName: lineNameIn(hall, one.lineId), itemIds: [...one.itemIds],
  personId: personIn(one.personId, self), personName: one.personName, startsAt: one.startsAt, endsAt: one.endsAt, heldUntil: one.heldUntil, offered: one.offered,
  cancelBefore: one.startsAt - terms.cancelHours * 60 * MINUTE_MS,
  checkInFrom: one.startsAt - terms.earlyMinutes * MINUTE_MS, checkInUntil: one.startsAt + terms.lateMinutes * MINUTE_MS,
  ticketId: one.ticketId, late: one.late, asOf: now,
})

export const bookedVisitView = ({ appointmentId, state, personName, itemIds, startsAt, endsAt, ticketId, number, late }: AppointmentRecord): BookedVisit =>
  ({ appointmentId, code: codeOf(appointmentId), state, personName, itemIds: [...itemIds], startsAt, endsAt, ticketId, number, late })

export const waitingView = (hall: BookingHall, one: WaitingRecord, self: string | null, dayStart: number, terms: BookingTerms, now: number): Waiting => ({
  waitingId: one.waitingId, state: one.state, hallId: hall.hallId, hallName: hall.name, lineId: one.lineId, lineName: lineNameIn(hall, one.lineId), itemIds: [...one.itemIds],
  day: one.day, from: dayStart + one.from * MINUTE_MS, until: dayStart + one.until * MINUTE_MS, personId: personIn(one.personId, self), personName: one.personName, ahead: one.ahead,
  offersLeft: terms.offersADay - (Math.floor((now + 8 * 60 * MINUTE_MS) / 86_400_000) === one.offerDay ? one.offers : 0),
  appointmentId: one.appointmentId,
})
