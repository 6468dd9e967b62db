import { z } from 'zod'
import { slotInstant, visitItems } from './appointments'
import { endpoint, instant, localText } from './endpoint'
import { missing } from './missing'
import { appointmentId, day, hallId, itemId, lineId, personId, waitingId } from './ids'

/** A place asked for on a day that is full. */
export const waiting = z.object({
  waitingId, state: z.enum(['waiting', 'offered', 'ended']), hallId, hallName: localText, lineId, lineName: localText, itemIds: z.array(itemId), day,
  from: instant, until: instant, personId, personName: z.string(),
  ahead: z.number().int().nullable().meta({ description: 'People who asked for this day earlier' }),
  offersLeft: z.number().int().meta({ description: 'How many more offers may come today' }),
  appointmentId: appointmentId.nullable().meta({ description: 'Offered: the place held for you; confirm it in time' }),
}).meta({ id: 'Waiting' })
export type Waiting = z.output<typeof waiting>

const example = {
  waitingId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', state: 'waiting', hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' },
  lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, itemIds: ['residence-permit'], day: '20260105', from: 1767574800000, until: 1767603600000,
  personId: 'self', personName: '张*', ahead: 4, offersLeft: 2, appointmentId: null,
} as const

export const joinWaitingList = endpoint({
  method: 'POST', path: '/api/waiting', summary: 'Ask for a place on a full day, or within hours of it', caller: 'citizen', status: 201, idempotencyKey: true,
  body: z.strictObject({ hallId, lineId, itemIds: visitItems, day, from: slotInstant.optional(), until: slotInstant.optional(), personId: personId.default('self') }),
  errors: ['UNAUTHENTICATED', 'HALL_NOT_FOUND', 'LINE_NOT_FOUND', 'ITEM_NOT_IN_LINE', 'ITEM_WITHDRAWN', 'NOT_BOOKABLE', 'NOT_A_WORKING_DAY', 'NOT_RELEASED', 'SLOT_NOT_FOUND', 'SLOT_PAST', 'PERSON_NOT_FOUND', 'NOT_GRANTED', 'ONE_A_DAY',
    'RESTRICTED', 'ALREADY_WAITING', 'PLACES_FREE', 'BUSY', 'IDEMPOTENCY_KEY_REUSED', 'CLOCK_WRONG', 'UNKNOWN_OUTCOME'],
  output: waiting, example: { body: { hallId: 'tianhe', lineId: 'A', itemIds: ['residence-permit'], day: '20260105' }, output: example },
})

export const listWaiting = endpoint({
  method: 'GET', path: '/api/waiting', summary: 'What I wait for, and what is offered to me', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({ waiting: z.array(waiting), missing }), example: { output: { waiting: [example], missing: [] } },
})

export const leaveWaitingList = endpoint({
  method: 'DELETE', path: '/api/waiting/:waitingId', summary: 'Wait no longer; an offer not confirmed goes to the next', caller: 'citizen', status: 200,
  params: z.strictObject({ waitingId }), errors: ['UNAUTHENTICATED', 'WAITING_NOT_FOUND', 'UNKNOWN_OUTCOME'], output: waiting,
  example: { params: { waitingId: example.waitingId }, output: { ...example, state: 'ended', ahead: null } },
})
