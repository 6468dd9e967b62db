import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { priorityReason, waitRange } from './halls'
import { hallId, itemId, lineId, ticketId, windowId } from './ids'
import { missing } from './missing'
import { presence } from './presence'
import { ticketStates } from './ticketStates'

export const ticketState = z.enum(ticketStates).meta({ id: 'TicketState' })
export const ticketClass = z.enum(['ordinary', 'priority', 'appointment']).meta({ id: 'TicketClass' })
export type TicketClass = z.output<typeof ticketClass>

/** Why more people stand ahead than before. */
export const movedReason = z.enum(['ordinary', 'priority', 'appointment', 'returned', 'transferred']).meta({ id: 'MovedReason' })

/** A ticket as its holder sees it. */
export const ticket = z.object({
  ticketId, number: z.string(), state: ticketState, class: ticketClass, priority: priorityReason.nullable(),
  hallId, hallName: localText, lineId, lineName: localText, itemId: itemId.nullable(),
  windowId: windowId.nullable(), windowName: localText.nullable(),
  takenAt: instant, calledAt: instant.nullable(), calls: z.number().int(), endedAt: instant.nullable(),
  returnBefore: instant.nullable().meta({ description: 'When missed: until when “I’m back” works; null when it does not' }),
  defersLeft: z.number().int(), rated: z.boolean(),
  ahead: z.number().int().nullable().meta({ description: 'People ahead in this line; null when not in line' }),
  wait: waitRange.nullable(),
  moved: z.array(z.object({ reason: movedReason, people: z.number().int() })).meta({ description: 'Who was placed ahead since the answer whose `seen` was sent' }),
  seen: z.number().int().min(0).meta({ description: 'Send it with the next question to be told who was placed ahead since' }),
  paused: z.boolean().meta({ description: 'The line or the hall is paused' }),
  asOf: instant, nextPollSeconds: z.number().int().meta({ description: 'Ask again after so many seconds: far from one’s turn slowly, next fast' }),
}).meta({ id: 'Ticket' })
export type Ticket = z.output<typeof ticket>

const example = {
  ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', number: 'A040', state: 'waiting', class: 'ordinary', priority: null,
  hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' },
  lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, itemId: 'residence-permit', windowId: null, windowName: null,
  takenAt: 1767229200000, calledAt: null, calls: 0, endedAt: null, returnBefore: null, defersLeft: 2, rated: false, ahead: 12,
  wait: { low: 15, high: 30, confidence: 0.8, calls: 24 }, moved: [], seen: 7, paused: false, asOf: 1767229200000, nextPollSeconds: 20,
} as const
const signedIn = ['UNAUTHENTICATED'] as const
const ofTicket = z.strictObject({ ticketId })

export const takeTicket = endpoint({
  method: 'POST', path: '/api/tickets', summary: 'Take a number', caller: 'citizen', status: 201, idempotencyKey: true,
  body: z.strictObject({ hallId, lineId, itemId: itemId.optional(), priority: priorityReason.exclude(['green-lane']).optional(), presence }),
  errors: [...signedIn, 'IDEMPOTENCY_KEY_REUSED', 'HALL_NOT_FOUND', 'LINE_NOT_FOUND', 'ITEM_NOT_IN_LINE', 'ITEM_WITHDRAWN', 'HALL_CLOSED', 'HALL_PAUSED', 'LINE_PAUSED',
    'LINE_FULL', 'LIMIT_LINE', 'LIMIT_HALL', 'LIMIT_DAY', 'PRIORITY_NOT_OFFERED', 'CODE_OTHER_HALL', 'PRESENCE_REQUIRED', 'PRESENCE_EXPIRED', 'PRESENCE_USED', 'UNKNOWN_OUTCOME'],
  output: ticket,
  example: { body: { hallId: 'tianhe', lineId: 'A', itemId: 'residence-permit', presence: 'tianhe.1767230100000.5b0e7d1c.Qm3xY7s1' }, output: example },
})

export const listTickets = endpoint({
  method: 'GET', path: '/api/tickets', summary: 'My tickets of today, in every hall, newest first', caller: 'citizen', status: 200,
  errors: signedIn, output: z.object({ tickets: z.array(ticket), missing }), example: { output: { tickets: [example], missing: [] } },
})

export const readTicket = endpoint({
  method: 'GET', path: '/api/tickets/:ticketId', summary: 'My ticket: people ahead, wait, window', caller: 'citizen', status: 200,
  params: ofTicket, query: z.strictObject({ seen: z.coerce.number().int().min(0).max(1_000_000_000).optional() }),
  errors: [...signedIn, 'TICKET_NOT_FOUND'], output: ticket,
  example: { params: { ticketId: example.ticketId }, query: { seen: 7 }, output: example },
})

export const moveTicket = endpoint({
  method: 'POST', path: '/api/tickets/:ticketId/moves', summary: 'Cancel, come back after being missed, or let others go first', caller: 'citizen',
  status: 200, idempotencyKey: true, params: ofTicket,
  body: z.discriminatedUnion('move', [
    z.strictObject({ move: z.literal('cancel') }),
    z.strictObject({ move: z.literal('return') }),
    z.strictObject({ move: z.literal('defer'), places: z.number().int().min(1).max(20) }),
  ]),
  errors: [...signedIn, 'IDEMPOTENCY_KEY_REUSED', 'TICKET_NOT_FOUND', 'ILLEGAL_MOVE', 'RETURN_TOO_LATE', 'RETURN_USED', 'LIMIT_LINE', 'LIMIT_HALL', 'DEFER_USED', 'NOBODY_BEHIND', 'UNKNOWN_OUTCOME'],
  output: ticket,
  example: { params: { ticketId: example.ticketId }, body: { move: 'defer', places: 3 }, output: { ...example, ahead: 15, defersLeft: 1 } },
})

