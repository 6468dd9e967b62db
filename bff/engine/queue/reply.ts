import type { PriorityReason } from '@shared/halls'
import type { TicketClass } from '@shared/queue'
import type { TicketState } from '@shared/ticketStates'
import type { TicketPosition, TicketRecord } from '../../capabilities/queue/port'
import { pairsOf, type Reply } from '../reply'

const instantOf = (text: string | undefined): number | null => (text ? Number(text) : null)

/** Reads a ticket from the fields of its hash. */
export const ticketOf = (ticketId: string, fields: Readonly<Record<string, string>>): TicketRecord => ({
  ticketId, hallId: ticketId.slice(0, ticketId.indexOf('.')), day: fields.day ?? '', number: fields.num ?? '', state: fields.state as TicketState,
  class: fields.class as TicketClass, priority: (fields.pri || null) as PriorityReason | null, lineId: fields.line ?? '', itemId: fields.item || null,
  windowId: fields.win || null, takenAt: Number(fields.at), calledAt: instantOf(fields.called), startedAt: instantOf(fields.started),
  endedAt: instantOf(fields.ended), calls: Number(fields.calls ?? 0), returned: fields.returned === '1', defers: Number(fields.defers ?? 0),
  ...(fields.clerk && { clerk: fields.clerk }),
})

/** Reads the answer of read.lua. */
export const positionOf = (ticketId: string, reply: Reply): TicketPosition => {
  const [flat, ahead, paused, told, seen] = reply as [string[], number | '', number, (string | number)[], number]
  const moved = []
  for (let i = 0; i + 1 < told.length; i += 2) moved.push({ reason: told[i] as TicketPosition['moved'][number]['reason'], people: Number(told[i + 1]) })
  return { ticket: ticketOf(ticketId, pairsOf(flat)), ahead: ahead === '' ? null : Number(ahead), paused: paused === 1, moved, seen: Number(seen) }
}
