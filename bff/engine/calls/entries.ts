import { callLogKinds, type CallLogEntry } from '@shared/callLog'
import type { TicketClass } from '@shared/queue'

/** What the log tells of one event: the number everyone could see called, and nothing of who holds it or why it has priority. */
export type Told = Omit<CallLogEntry, 'n' | 'hash'>

const isKind = (type: string | undefined): type is CallLogEntry['kind'] => (callLogKinds as readonly (string | undefined)[]).includes(type)

/** Null for what changes no order, e.g. a window that opens, and for events of releases that did not name the number. */
export const toldOf = (event: Readonly<Record<string, string>>): Told | null => {
  // Who is being served when the day ends was served.
  const kind = event.type === 'expire' && event.to === 'finished' ? 'finish' : event.type
  const { num, line } = event
  if (!isKind(kind) || !num || !line) return null
  return { at: Number(event.at), kind, number: num, lineId: line, class: (event.class || null) as TicketClass | null, windowId: event.window || null }
}

const NONE = '-'
const classes: Readonly<Record<string, TicketClass>> = { o: 'ordinary', p: 'priority', a: 'appointment' }

/** An entry in some seventy bytes. Its `n` is the place where it stands. */
export const packed = ({ at, kind, number, lineId, class: ticketClass, windowId, hash }: CallLogEntry): string =>
  [kind, ticketClass?.[0] ?? NONE, at.toString(36), number, lineId, windowId ?? NONE, Buffer.from(hash, 'hex').toString('base64url')].join(' ')

const shape = /^([a-z]+) ([opa-]) ([0-9a-z]{1,10}) (\S{1,16}) ([A-Z]) ([0-9A-Za-z]{1,8}|-) ([\w-]{43})$/

/** Null when what stands there was written by no release of ours. */
export const unpacked = (text: string, n: number): CallLogEntry | null => {
  const [, kind, letter = '', at = '', number = '', lineId = '', windowId = '', hash = ''] = shape.exec(text) ?? []
  if (!isKind(kind)) return null
  return {
    n, at: Number.parseInt(at, 36), kind, number, lineId, class: classes[letter] ?? null, windowId: windowId === NONE ? null : windowId,
    hash: Buffer.from(hash, 'base64url').toString('hex'),
  }
}
