import { z } from 'zod'
import { appointmentStates } from './appointmentStates'
import { endpoint, instant, localText } from './endpoint'
import { districtCode, place } from './halls'
import { appointmentId, day, hallId, itemId, lineId, personId, ticketId } from './ids'
import { missing } from './missing'
import { presence } from './presence'
import { work } from './rush'

export const appointmentState = z.enum(appointmentStates).meta({ id: 'AppointmentState' })

/** The beginning of a slot. Nobody books past this century. */
export const slotInstant = instant.max(4_102_444_800_000)

/** What is done in one visit: their lengths add up to consecutive slots. */
export const visitItems = z.array(itemId).min(1).max(5).refine((items) => new Set(items).size === items.length, 'names an item twice')
/** The same in a query: ids by commas. */
export const itemsQuery = z.string().max(210).transform((text) => text.split(',')).pipe(visitItems).meta({ example: 'residence-permit' })

/** An appointment as who booked it sees it. */
export const appointment = z.object({
  appointmentId, state: appointmentState,
  code: z.string().meta({ description: 'Six characters to read out at the desk' }),
  hallId, hallName: localText, address: localText, place, lineId, lineName: localText, itemIds: z.array(itemId),
  personId, personName: z.string().meta({ description: 'Masked; for whom it is' }),
  startsAt: instant, endsAt: instant,
  heldUntil: instant.nullable().meta({ description: 'Held: confirm before, or the place goes back' }),
  offered: z.boolean().meta({ description: 'It comes from the waiting list' }),
  cancelBefore: instant, checkInFrom: instant, checkInUntil: instant,
  ticketId: ticketId.nullable().meta({ description: 'Arrived: the number it became' }),
  late: z.boolean().meta({ description: 'Arrived after `checkInUntil`: the number is an ordinary one' }),
  asOf: instant,
}).meta({ id: 'Appointment' })
export type Appointment = z.output<typeof appointment>

export const slotState = z.enum(['open', 'full', 'closed', 'past']).meta({ id: 'SlotState' })
export const slotView = z.object({
  startsAt: instant, endsAt: instant, state: slotState,
  free: z.number().int().meta({ description: 'Places for the whole visit beginning here' }), capacity: z.number().int(),
}).meta({ id: 'Slot' })
export type SlotView = z.output<typeof slotView>

export const dayState = z.enum(['open', 'full', 'closed', 'not-released']).meta({ id: 'DayState' })
export const dayView = z.object({
  day, state: dayState, free: z.number().int(), capacity: z.number().int(),
  releasesAt: instant.nullable().meta({ description: 'Not released: when it will be' }),
}).meta({ id: 'BookingDay' })
export type DayView = z.output<typeof dayView>

export const hallOffer = z.object({
  hallId, hallName: localText, address: localText, district: districtCode, lineId, lineName: localText, demo: z.boolean(),
  distanceMetres: z.number().int().nullable(), minutes: z.number().int().meta({ description: 'Length of the visit' }),
  nextFree: instant.nullable().meta({ description: 'The earliest free slot for this visit; null when there is none, or none is known' }),
  readable: z.boolean().meta({ description: 'False: the hall’s book cannot be read now, so whether anything is free is not known' }),
}).meta({ id: 'HallOffer' })
export type HallOffer = z.output<typeof hallOffer>

const example = {
  appointmentId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', state: 'booked', code: '7X5V8B', hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' },
  address: { zh: '天河区软件路13号', en: '13 Ruanjian Road, Tianhe' }, place: { lat: 23.1246, lng: 113.3612 },
  lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit'], personId: 'self', personName: '张*',
  startsAt: 1767578400000, endsAt: 1767580200000, heldUntil: null, offered: false,
  cancelBefore: 1767571200000, checkInFrom: 1767576600000, checkInUntil: 1767579300000, ticketId: null, late: false, asOf: 1767229200000,
} as const
const ofLine = z.strictObject({ hallId, lineId })
const signedIn = ['UNAUTHENTICATED'] as const
const lineErrors = ['HALL_NOT_FOUND', 'LINE_NOT_FOUND', 'ITEM_NOT_IN_LINE', 'ITEM_WITHDRAWN', 'NOT_BOOKABLE'] as const
const slotErrors = ['SLOT_NOT_FOUND', 'SLOT_PAST', 'SLOT_CLOSED', 'SLOT_FULL', 'NOT_RELEASED', 'OVERLAPS', 'ONE_A_DAY', 'TOO_MANY_BOOKINGS', 'RESTRICTED', 'CLOCK_WRONG'] as const

export const searchBookable = endpoint({
  method: 'POST', path: '/api/appointments/search', summary: 'Halls where all of these items can be booked in one visit, nearest or soonest first', caller: 'anyone', status: 200,
  body: z.strictObject({ itemIds: visitItems, near: place.optional(), district: districtCode.optional(), hallId: hallId.optional(), cursor: z.number().int().min(0).max(100_000).default(0), limit: z.number().int().min(1).max(20).default(10) }),
  errors: ['HALL_NOT_FOUND'], output: z.object({ halls: z.array(hallOffer), next: z.number().int().nullable(), asOf: instant }),
  example: {
    body: { itemIds: ['residence-permit'], near: { lat: 23.12, lng: 113.36 } },
    output: { halls: [{ hallId: 'tianhe', hallName: example.hallName, address: example.address, district: '440106', lineId: 'A', lineName: example.lineName, demo: true, distanceMetres: 850, minutes: 12, nextFree: 1767578400000, readable: true }], next: null, asOf: 1767229200000 },
  },
})

export const listDays = endpoint({
  method: 'GET', path: '/api/halls/:hallId/lines/:lineId/days', summary: 'Which days can be booked, how full each is, and when the next is released', caller: 'anyone', status: 200,
  params: ofLine, query: z.strictObject({ itemIds: itemsQuery }), errors: lineErrors,
  output: z.object({ days: z.array(dayView), asOf: instant }),
  example: { params: { hallId: 'tianhe', lineId: 'A' }, query: { itemIds: 'residence-permit' }, output: { days: [{ day: '20260105', state: 'open', free: 31, capacity: 48, releasesAt: null }], asOf: 1767229200000 } },
})

export const listSlots = endpoint({
  method: 'GET', path: '/api/halls/:hallId/lines/:lineId/days/:day/slots', summary: 'The slots of a day', caller: 'anyone', status: 200,
  params: ofLine.extend({ day }), query: z.strictObject({ itemIds: itemsQuery }), errors: [...lineErrors, 'NOT_A_WORKING_DAY', 'NOT_RELEASED'],
  output: z.object({ slots: z.array(slotView), asOf: instant }),
  example: { params: { hallId: 'tianhe', lineId: 'A', day: '20260105' }, query: { itemIds: 'residence-permit' }, output: { slots: [{ startsAt: example.startsAt, endsAt: example.endsAt, state: 'open', free: 2, capacity: 3 }], asOf: 1767229200000 } },
})

export const holdSlot = endpoint({
  method: 'POST', path: '/api/appointments', summary: 'Hold a place for five minutes, to be confirmed', caller: 'citizen', status: 201, idempotencyKey: true,
  body: z.strictObject({
    hallId, lineId, itemIds: visitItems, startsAt: slotInstant, personId: personId.default('self'), work: work.optional(),
  }),
  errors: [...signedIn, ...lineErrors, ...slotErrors, 'NOT_A_WORKING_DAY', 'PERSON_NOT_FOUND', 'NOT_GRANTED', 'BUSY', 'WORK_NEEDED', 'IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'], output: appointment,
  example: { body: { hallId: 'tianhe', lineId: 'A', itemIds: ['residence-permit'], startsAt: example.startsAt }, output: { ...example, state: 'held', heldUntil: 1767229500000 } },
})

export const listAppointments = endpoint({
  method: 'GET', path: '/api/appointments', summary: 'My appointments, those to come first, and whether I may book', caller: 'citizen', status: 200, errors: signedIn,
  output: z.object({
    appointments: z.array(appointment),
    noShows: z.number().int().meta({ description: 'In the last 90 days' }), noShowsAllowed: z.number().int(),
    restrictedUntil: instant.nullable().meta({ description: 'No booking online before; halls still serve who comes' }),
    missing,
  }),
  example: { output: { appointments: [example], noShows: 0, noShowsAllowed: 3, restrictedUntil: null, missing: [] } },
})

export const readAppointment = endpoint({
  method: 'GET', path: '/api/appointments/:appointmentId', summary: 'My appointment', caller: 'citizen', status: 200,
  params: z.strictObject({ appointmentId }), errors: [...signedIn, 'APPOINTMENT_NOT_FOUND'], output: appointment,
  example: { params: { appointmentId: example.appointmentId }, output: example },
})

export const moveAppointment = endpoint({
  method: 'POST', path: '/api/appointments/:appointmentId/moves', summary: 'Confirm, move to another slot, cancel, or check in', caller: 'citizen', status: 200,
  idempotencyKey: true, params: z.strictObject({ appointmentId }),
  body: z.discriminatedUnion('move', [
    z.strictObject({ move: z.literal('confirm') }),
    z.strictObject({ move: z.literal('cancel') }),
    z.strictObject({ move: z.literal('reschedule'), startsAt: slotInstant }),
    z.strictObject({ move: z.literal('checkIn'), presence }),
  ]),
  errors: [...signedIn, ...slotErrors, 'NOT_A_WORKING_DAY', 'NOT_BOOKABLE', 'APPOINTMENT_NOT_FOUND', 'ILLEGAL_APPOINTMENT_MOVE', 'HOLD_EXPIRED', 'CANCEL_TOO_LATE', 'CHECK_IN_EARLY',
    'CODE_OTHER_HALL', 'PRESENCE_REQUIRED', 'PRESENCE_EXPIRED', 'HALL_CLOSED', 'HALL_PAUSED', 'LINE_PAUSED', 'IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'],
  output: appointment,
  example: { params: { appointmentId: example.appointmentId }, body: { move: 'confirm' }, output: example },
})
