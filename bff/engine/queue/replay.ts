import { moves, type TicketState } from '@shared/ticketStates'

/** One entry of a hall's stream; see the scripts for the fields of each type. */
export type HallEvent = Readonly<Record<string, string>>

export interface ReplayedTicket { number: string; state: TicketState; line: string; window: string; calls: number; defers: number; tag: string; seq: number }
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
  else if (type === 'take') {
    day.tickets.set(id, { number: event.num ?? '', state: 'waiting', line, window: '', calls: 0, defers: 0, tag: event.tag ?? '', seq: Number(event.seq) })
  } else moveTicket(day, type as keyof typeof moves, id, event)
}

const pause = (day: ReplayedDay, line: string, paused: boolean): void => {
  if (line === '') day.paused = paused
  else if (paused) day.pausedLines.add(line)
  else day.pausedLines.delete(line)
}

const moveTicket = (day: ReplayedDay, type: keyof typeof moves, id: string, event: HallEvent): void => {
  const ticket = day.tickets.get(id)
  const to = ticket && (moves[type] as Partial<Record<TicketState, TicketState>>)[ticket.state]
  if (!ticket || !to) throw new Error(`the stream tells of an impossible ${type}`)
  const leavesWindow = (ticket.state === 'called' || ticket.state === 'serving') && !['call', 'recall', 'start'].includes(type)
  if (leavesWindow) windowOf(day, ticket.window).ticket = ''
  ticket.state = to
  if (type === 'call') {
    ticket.window = event.window ?? ''
    ticket.calls = 1
    windowOf(day, ticket.window).ticket = id
  }
  if (type === 'recall') ticket.calls += 1
  if (type === 'defer') ticket.defers += 1
  if (type === 'return' || type === 'transfer') Object.assign(ticket, { calls: 0, window: '' })
  if (event.tag !== undefined) Object.assign(ticket, { tag: event.tag, seq: Number(event.seq), line: event.line })
}

/** The tickets standing in a line, first to be called first. */
export const orderOf = (day: ReplayedDay, line: string): string[] =>
  [...day.tickets.entries()]
    .filter(([, ticket]) => ticket.line === line && ['waiting', 'returned', 'transferred'].includes(ticket.state))
    .sort(([, a], [, b]) => Number(a.tag) - Number(b.tag) || a.seq - b.seq)
    .map(([id]) => id)
