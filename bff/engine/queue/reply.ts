import type { PriorityReason } from '@shared/halls'
import type { TicketClass } from '@shared/queue'
import { ContractError, errorTable, type ErrorCode } from '@shared/errors'
import type { TicketState } from '@shared/ticketStates'
import type { TicketPosition, TicketRecord } from '../../capabilities/queue/port'

type Reply = readonly unknown[]

/** A script answers `ok, …` or `err, code, name, value, …`; the latter leaves as a contract error. */
export const accept = (reply: unknown): Reply => {
  const [verdict, ...rest] = reply as [string, ...unknown[]]
  if (verdict === 'ok') return rest
  const [code, ...pairs] = rest as string[]
  const details: Record<string, string | number> = {}
  for (let i = 0; i + 1 < pairs.length; i += 2) details[pairs[i] as string] = Number(pairs[i + 1])
  if (!code || !(code in errorTable)) throw new Error(`a script answered ${String(code)}`)
  throw new ContractError(code as ErrorCode, pairs.length > 0 ? details : undefined)
}

export const pairsOf = (flat: readonly string[]): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (let i = 0; i + 1 < flat.length; i += 2) fields[flat[i] as string] = flat[i + 1] as string
  return fields
}

const instantOf = (text: string | undefined): number | null => (text ? Number(text) : null)

/** Reads a ticket from the fields of its hash. */
export const ticketOf = (ticketId: string, fields: Readonly<Record<string, string>>): TicketRecord => ({
  ticketId, hallId: ticketId.slice(0, ticketId.indexOf('.')), day: fields.day ?? '', number: fields.num ?? '', state: fields.state as TicketState,
  class: fields.class as TicketClass, priority: (fields.pri || null) as PriorityReason | null, lineId: fields.line ?? '', itemId: fields.item || null,
  windowId: fields.win || null, takenAt: Number(fields.at), calledAt: instantOf(fields.called), startedAt: instantOf(fields.started),
  endedAt: instantOf(fields.ended), calls: Number(fields.calls ?? 0), returned: fields.returned === '1', defers: Number(fields.defers ?? 0),
})

/** Reads the answer of read.lua. */
export const positionOf = (ticketId: string, reply: Reply): TicketPosition => {
  const [flat, ahead, paused, told] = reply as [string[], number | '', number, (string | number)[]]
  const moved = []
  for (let i = 0; i + 1 < told.length; i += 2) moved.push({ reason: told[i] as TicketPosition['moved'][number]['reason'], people: Number(told[i + 1]) })
  return { ticket: ticketOf(ticketId, pairsOf(flat)), ahead: ahead === '' ? null : Number(ahead), paused: paused === 1, moved }
}
