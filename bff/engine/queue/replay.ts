import type { PriorityReason } from '@shared/halls'
import type { TicketClass } from '@shared/queue'
import { moves, type TicketState } from '@shared/ticketStates'
import type { TicketRecord } from '../../capabilities/queue/port'

/** One entry of a hall's stream; see the scripts for the fields of each type. */
export type HallEvent = Readonly<Record<string, string>>

/** All that the engine keeps of a ticket, but for where and when it lives; and its place in the order of calling. */
export type ReplayedTicket = { -readonly [K in keyof Omit<TicketRecord, 'hallId' | 'day'>]: TicketRecord[K] } & { tag: string; seq: number }
export interface ReplayedDay {
  readonly tickets: Map<string, ReplayedTicket>
  readonly windows: Map<string, { state: string; account: string; ticket: string }>
  readonly pausedLines: Set<string>
  paused: boolean
  closed: boolean
}

const emptyDay = (): ReplayedDay => ({ tickets: new Map(), windows: new Map(), pausedLines: new Set(), paused: false, closed: false })

/** Rebuilds a hall's day from its events alone. */
export const replayDay = (events: readonly HallEvent[]): ReplayedDay => {
  const day = emptyDay()
  for (const event of events) apply(day, event)
  return day
}

const windowOf = (day: ReplayedDay, windowId: string) => {
  const window = day.windows.get(windowId) ?? { state: 'closed', account: '', ticket: '' }
  day.windows.set(windowId, window)
  return window
}

const apply = (day: ReplayedDay, event: HallEvent): void => {
  const { type = '', ticket: id = '', window = '', line = '' } = event
  if (type === 'close') day.closed = true
  else if (type === 'pause') pause(day, line, event.paused === '1')
  else if (type === 'window') Object.assign(windowOf(day, window), { state: event.state, account: event.state === 'closed' ? '' : event.by })
  else if (type === 'take') day.tickets.set(id, taken(id, event))
  else moveTicket(day, type as keyof typeof moves, id, event)
}

const taken = (ticketId: string, event: HallEvent): ReplayedTicket => ({
  ticketId, number: event.num ?? '', state: 'waiting', class: event.class as TicketClass, priority: (event.pri || null) as PriorityReason | null,
  lineId: event.line ?? '', itemId: event.item || null, windowId: null, takenAt: Number(event.at), calledAt: null, startedAt: null, endedAt: null,
  calls: 0, returned: false, defers: 0, tag: event.tag ?? '', seq: Number(event.seq),
})

const pause = (day: ReplayedDay, line: string, paused: boolean): void => {
  if (line === '') day.paused = paused
  else if (paused) day.pausedLines.add(line)
  else day.pausedLines.delete(line)
}

/** What a move changes besides the state. */
const changes = (type: keyof typeof moves, ticket: ReplayedTicket, event: HallEvent): Partial<ReplayedTicket> => {
  const at = Number(event.at)
  switch (type) {
    case 'call': return { windowId: event.window ?? null, clerk: event.by, calledAt: at, calls: 1 }
    case 'recall': return { calledAt: at, calls: ticket.calls + 1 }
    case 'start': return { startedAt: at }
    case 'defer': return { defers: ticket.defers + 1 }
    case 'return': return { returned: true, windowId: null, clerk: undefined, calls: 0, calledAt: null, endedAt: null }
    case 'transfer': return { windowId: null, clerk: undefined, calls: 0, calledAt: null, startedAt: null }
    default: return { endedAt: at }
  }
}

const moveTicket = (day: ReplayedDay, type: keyof typeof moves, id: string, event: HallEvent): void => {
  const ticket = day.tickets.get(id)
  const to = ticket && (moves[type] as Partial<Record<TicketState, TicketState>>)[ticket.state]
  if (!ticket || !to) throw new Error(`the stream tells of an impossible ${type}`)
  const leavesWindow = (ticket.state === 'called' || ticket.state === 'serving') && !['call', 'recall', 'start'].includes(type)
  if (leavesWindow && ticket.windowId !== null) windowOf(day, ticket.windowId).ticket = ''
  Object.assign(ticket, changes(type, ticket, event), { state: to })
  if (type === 'call') windowOf(day, event.window ?? '').ticket = id
  if (event.tag !== undefined) Object.assign(ticket, { tag: event.tag, seq: Number(event.seq), lineId: event.line })
}

/** The tickets standing in a line, first to be called first. */
export const orderOf = (day: ReplayedDay, line: string): string[] =>
  [...day.tickets.entries()]
    .filter(([, ticket]) => ticket.lineId === line && ['waiting', 'returned', 'transferred'].includes(ticket.state))
    .sort(([, a], [, b]) => Number(a.tag) - Number(b.tag) || a.seq - b.seq)
    .map(([id]) => id)
