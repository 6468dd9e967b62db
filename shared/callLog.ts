import { z } from 'zod'
import { endpoint, instant } from './endpoint'
import { day, hallId, lineId, windowId } from './ids'
import { ticketClass } from './queue'

/** What happened to the order of a line, in the order in which it happened. */
export const callLogKinds = ['take', 'call', 'recall', 'miss', 'return', 'transfer', 'defer', 'cancel', 'finish', 'expire'] as const

export const callLogEntry = z.object({
  n: z.number().int().min(1).meta({ description: 'Counts from 1 each day, without a gap' }), at: instant, kind: z.enum(callLogKinds), number: z.string(), lineId,
  class: ticketClass.nullable(), windowId: windowId.nullable(),
  hash: z.string().regex(/^[0-9a-f]{64}$/).meta({ description: 'SHA-256 of the hash before and this entry as text (shared/chain.ts)' }),
}).meta({ id: 'CallLogEntry' })
export type CallLogEntry = z.output<typeof callLogEntry>

const example = { n: 1, at: 1767229200000, kind: 'take', number: 'A012', lineId: 'A', class: 'ordinary', windowId: null, hash: '0'.repeat(64) } as const

export const readCallLog = endpoint({
  method: 'GET', path: '/api/halls/:hallId/calls/:day', summary: 'The order of calling of a day, open to everyone: a chain in which nothing can be changed or left out without it showing',
  caller: 'anyone', status: 200, params: z.strictObject({ hallId, day }), query: z.strictObject({ after: z.coerce.number().int().min(0).max(10_000_000).default(0) }), errors: ['HALL_NOT_FOUND'],
  output: z.object({ hallId, day, kept: z.boolean().meta({ description: 'False where the hall’s own system calls: its order is not ours to show' }), entries: z.array(callLogEntry).max(500), last: z.number().int() }),
  example: { params: { hallId: 'tianhe', day: '20260105' }, query: { after: 0 }, output: { hallId: 'tianhe', day: '20260105', kept: true, entries: [example], last: 1 } },
})
