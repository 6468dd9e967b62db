import { z } from 'zod'
import { appointmentState } from './appointments'
import { endpoint, instant, localText } from './endpoint'
import { appointmentId, day, hallId, itemId, lineId, ticketId } from './ids'

/** An appointment as the hall sees it: a masked name and the code that its holder reads out. */
export const bookedVisit = z.object({
  appointmentId, code: z.string(), state: appointmentState, personName: z.string(), itemIds: z.array(itemId), startsAt: instant, endsAt: instant, ticketId: ticketId.nullable(),
  number: z.string().nullable().meta({ description: 'Arrived: the number it became' }),
  late: z.boolean().meta({ description: 'Arrived too late for their turn: the number is an ordinary one' }),
}).meta({ id: 'BookedVisit' })
export type BookedVisit = z.output<typeof bookedVisit>

export const bookView = z.object({
  hallId, day, asOf: instant,
  lines: z.array(z.object({
    lineId, lineName: localText,
    slots: z.array(z.object({
      startsAt: instant, endsAt: instant, taken: z.number().int(), capacity: z.number().int().meta({ description: 'Places for the public' }),
      reserve: z.number().int().meta({ description: 'Places kept for those who walk in' }), closed: z.boolean(),
    })),
    visits: z.array(bookedVisit), waiting: z.number().int().meta({ description: 'People on the waiting list' }),
  })),
}).meta({ id: 'Book' })
export type BookView = z.output<typeof bookView>

const staff = ['clerk', 'supervisor', 'operator'] as const
const leaders = ['supervisor', 'operator'] as const
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL', 'HALL_NOT_FOUND'] as const
const visit = {
  appointmentId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', code: '7X5V8B', state: 'booked', personName: '张*', itemIds: ['residence-permit'], startsAt: 1767578400000, endsAt: 1767580200000, ticketId: null, number: null, late: false,
} as const
const example = {
  hallId: 'tianhe', day: '20260105', asOf: 1767574800000,
  lines: [{ lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, slots: [{ startsAt: 1767578400000, endsAt: 1767580200000, taken: 1, capacity: 3, reserve: 1, closed: false }], visits: [visit], waiting: 0 }],
} as const

export const readBook = endpoint({
  method: 'GET', path: '/api/staff/halls/:hallId/days/:day/book', summary: 'The book of a day: slots, who is booked, who came', caller: staff, status: 200,
  params: z.strictObject({ hallId, day }), errors: signedIn, output: bookView, example: { params: { hallId: 'tianhe', day: '20260105' }, output: example },
})

export const setSlot = endpoint({
  method: 'PUT', path: '/api/staff/halls/:hallId/lines/:lineId/slots/:startsAt', summary: 'Close a slot to new bookings, or open it again; those booked keep their places', caller: leaders, status: 200,
  params: z.strictObject({ hallId, lineId, startsAt: z.string().regex(/^[1-9]\d{11,12}$/).transform(Number) }), body: z.strictObject({ closed: z.boolean() }),
  errors: [...signedIn, 'LINE_NOT_FOUND', 'NOT_BOOKABLE', 'SLOT_NOT_FOUND', 'NOT_A_WORKING_DAY', 'UNKNOWN_OUTCOME'], output: bookView,
  example: { params: { hallId: 'tianhe', lineId: 'A', startsAt: '1767578400000' }, body: { closed: true }, output: example },
})

export const arriveAtDesk = endpoint({
  method: 'POST', path: '/api/staff/appointments/:appointmentId/arrivals', summary: 'Mark by hand that somebody booked has come: they get their number', caller: staff, status: 200,
  idempotencyKey: true, params: z.strictObject({ appointmentId }),
  errors: [...signedIn, 'APPOINTMENT_NOT_FOUND', 'ILLEGAL_APPOINTMENT_MOVE', 'CHECK_IN_EARLY', 'HALL_CLOSED', 'HALL_PAUSED', 'LINE_PAUSED', 'IDEMPOTENCY_KEY_REUSED', 'CLOCK_WRONG', 'UNKNOWN_OUTCOME'], output: bookedVisit,
  example: { params: { appointmentId: visit.appointmentId }, output: { ...visit, state: 'arrived', ticketId: 'tianhe.1h3k9q2m7x5v8b1n4c6d', number: 'A028' } },
})
