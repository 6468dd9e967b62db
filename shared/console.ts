import { z } from 'zod'
import { endpoint, instant } from './endpoint'
import { priorityReason } from './halls'
import { hallId, itemId, lineId, staffAccount, ticketId, windowId } from './ids'
import { ticketClass, ticketState } from './queue'

/** A ticket as the window sees it: nothing about who holds it. */
export const staffTicket = z.object({
  ticketId, number: z.string(), state: ticketState, class: ticketClass, priority: priorityReason.nullable(), lineId, itemId: itemId.nullable(),
  windowId: windowId.nullable(), takenAt: instant, calledAt: instant.nullable(), startedAt: instant.nullable(), calls: z.number().int(),
}).meta({ id: 'StaffTicket' })
export type StaffTicket = z.output<typeof staffTicket>

export const windowState = z.enum(['closed', 'open', 'paused']).meta({ id: 'WindowState' })

export const consoleView = z.object({
  hallId, asOf: instant, open: z.boolean(), paused: z.boolean(),
  lines: z.array(z.object({
    lineId, waiting: z.number().int(), issued: z.number().int(), paused: z.boolean(),
    longestWaitMinutes: z.number().int().nullable(), next: z.array(staffTicket).meta({ description: 'The next ten, in the order they will be called' }),
  })),
  windows: z.array(z.object({ windowId, state: windowState, account: staffAccount.nullable(), current: staffTicket.nullable() })),
}).meta({ id: 'Console' })
export type ConsoleView = z.output<typeof consoleView>

const example = {
  ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', number: 'A028', state: 'called', class: 'ordinary', priority: null, lineId: 'A', itemId: 'residence-permit',
  windowId: '5', takenAt: 1767229200000, calledAt: 1767230200000, startedAt: null, calls: 1,
} as const
const consoleExample = {
  hallId: 'tianhe', asOf: 1767230200000, open: true, paused: false,
  lines: [{ lineId: 'A', waiting: 12, issued: 40, paused: false, longestWaitMinutes: 17, next: [{ ...example, number: 'A029', state: 'waiting', windowId: null, calledAt: null, calls: 0 }] }],
  windows: [{ windowId: '5', state: 'open', account: 'clerk1', current: example }],
} as const
const staff = ['clerk', 'supervisor', 'operator'] as const
const leaders = ['supervisor', 'operator'] as const
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL', 'HALL_NOT_FOUND'] as const
const written = ['IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'] as const
const ofHall = z.strictObject({ hallId })
const ofWindow = z.strictObject({ hallId, windowId })

export const readConsole = endpoint({
  method: 'GET', path: '/api/staff/halls/:hallId/console', summary: 'The hall as its windows see it', caller: staff, status: 200,
  params: ofHall, errors: signedIn, output: consoleView, example: { params: { hallId: 'tianhe' }, output: consoleExample },
})

export const setWindow = endpoint({
  method: 'PUT', path: '/api/staff/halls/:hallId/windows/:windowId/state', summary: 'Open, pause or close a window', caller: staff, status: 200,
  params: ofWindow, body: z.strictObject({ state: windowState }), errors: [...signedIn, 'WINDOW_NOT_FOUND', 'WINDOW_NOT_OPEN', 'WINDOW_BUSY', 'WINDOW_TAKEN', 'UNKNOWN_OUTCOME'], output: consoleView,
  example: { params: { hallId: 'tianhe', windowId: '5' }, body: { state: 'open' }, output: consoleExample },
})

export const callNext = endpoint({
  method: 'POST', path: '/api/staff/halls/:hallId/windows/:windowId/calls', summary: 'Call the next number by the published policy', caller: staff, status: 200,
  idempotencyKey: true, params: ofWindow,
  errors: [...signedIn, ...written, 'WINDOW_NOT_FOUND', 'WINDOW_NOT_OPEN', 'WINDOW_BUSY', 'WINDOW_TAKEN', 'HALL_PAUSED', 'NOBODY_WAITING'], output: staffTicket,
  example: { params: { hallId: 'tianhe', windowId: '5' }, output: example },
})

export const moveStaffTicket = endpoint({
  method: 'POST', path: '/api/staff/tickets/:ticketId/moves', summary: 'Recall, start, finish, mark missed, or transfer the number at one’s window', caller: staff,
  status: 200, idempotencyKey: true, params: z.strictObject({ ticketId }),
  body: z.discriminatedUnion('move', [
    z.strictObject({ move: z.enum(['recall', 'start', 'finish', 'miss']) }),
    z.strictObject({ move: z.literal('transfer'), lineId }),
  ]),
  errors: [...signedIn, ...written, 'TICKET_NOT_FOUND', 'ILLEGAL_MOVE', 'NOT_YOUR_WINDOW', 'CALLS_REMAIN', 'LINE_NOT_FOUND', 'SAME_LINE'], output: staffTicket,
  example: { params: { ticketId: example.ticketId }, body: { move: 'start' }, output: { ...example, state: 'serving', startedAt: 1767230260000 } },
})

export const takeAtDesk = endpoint({
  method: 'POST', path: '/api/staff/halls/:hallId/tickets', summary: 'Take a number for somebody without a phone; the green lane is given here', caller: staff,
  status: 201, idempotencyKey: true, params: ofHall, body: z.strictObject({ lineId, itemId: itemId.optional(), priority: priorityReason.optional() }),
  errors: [...signedIn, ...written, 'LINE_NOT_FOUND', 'ITEM_NOT_IN_LINE', 'HALL_CLOSED', 'HALL_PAUSED', 'LINE_PAUSED', 'LINE_FULL', 'PRIORITY_NOT_OFFERED'],
  output: staffTicket, example: { params: { hallId: 'tianhe' }, body: { lineId: 'A', priority: 'green-lane' }, output: { ...example, state: 'waiting', class: 'priority', priority: 'green-lane', windowId: null, calledAt: null, calls: 0 } },
})

const pausing = z.strictObject({ paused: z.boolean() })
export const pauseLine = endpoint({
  method: 'PUT', path: '/api/staff/halls/:hallId/lines/:lineId/paused', summary: 'Pause or resume a line: no new numbers and no calls while paused', caller: leaders, status: 200,
  params: z.strictObject({ hallId, lineId }), body: pausing, errors: [...signedIn, 'LINE_NOT_FOUND', 'UNKNOWN_OUTCOME'], output: consoleView,
  example: { params: { hallId: 'tianhe', lineId: 'A' }, body: { paused: true }, output: consoleExample },
})
export const pauseHall = endpoint({
  method: 'PUT', path: '/api/staff/halls/:hallId/paused', summary: 'Pause or resume the hall: no new numbers, no calls while paused', caller: leaders, status: 200,
  params: ofHall, body: pausing, errors: [...signedIn, 'UNKNOWN_OUTCOME'], output: consoleView,
  example: { params: { hallId: 'tianhe' }, body: { paused: true }, output: consoleExample },
})
