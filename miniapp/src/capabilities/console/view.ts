import type { ItemView } from '@shared/catalogue'
import type { ConsoleView, StaffTicket } from '@shared/console'
import type { LocalText } from '@shared/endpoint'
import type { HallDetail, LineView, PriorityReason } from '@shared/halls'
import type { TicketClass } from '@shared/queue'
import { callsLeft, type Standing, type WindowState } from './allowed'
import { minutesBetween } from './durations'
import { isLeader, type Staff } from './staff'

/** How many of a line's next numbers the console lists. */
const NEXT_SHOWN = 10

export interface CurrentNumber {
  readonly ticketId: string
  readonly number: string
  readonly state: StaffTicket['state']
  readonly class: TicketClass
  readonly priority: PriorityReason | null
  readonly line: LocalText | null
  readonly item: LocalText | null
  /** Minutes from taking the number to its last call. */
  readonly waitedMinutes: number
  readonly calls: number
  readonly callsLeft: number
  /** From when the running time counts: the start of service, before that the call. */
  readonly since: number
}

export interface LineBeside {
  readonly lineId: string
  readonly name: LocalText
  /** True when this window calls from the line. */
  readonly ours: boolean
  readonly waiting: number
  readonly longestWaitMinutes: number | null
  readonly paused: boolean
  /** In the order the server will call them, which is not the order of their numbers. */
  readonly next: readonly { readonly number: string; readonly class: TicketClass; readonly priority: PriorityReason | null; readonly item: LocalText | null; readonly waitedMinutes: number; readonly returned: boolean }[]
}

const itemName = (items: readonly ItemView[], itemId: string | null): LocalText | null => items.find((item) => item.itemId === itemId)?.name ?? null
const lineName = (lines: readonly LineView[], lineId: string): LocalText => lines.find((line) => line.lineId === lineId)?.name ?? { zh: lineId, en: lineId }

/** The number at a window, ready to be drawn; null when the window is free. Times are the server's. */
export const currentNumber = (ticket: StaffTicket | null, hall: HallDetail, items: readonly ItemView[], serverNow: number): CurrentNumber | null =>
  ticket && {
    ticketId: ticket.ticketId, number: ticket.number, state: ticket.state, class: ticket.class, priority: ticket.priority,
    line: lineName(hall.lines, ticket.lineId), item: itemName(items, ticket.itemId),
    waitedMinutes: minutesBetween(ticket.takenAt, ticket.calledAt ?? serverNow),
    calls: ticket.calls, callsLeft: callsLeft(ticket.calls, hall.callsBeforeMissed), since: ticket.startedAt ?? ticket.calledAt ?? serverNow,
  }

/** Every line of the hall, those of this window first, each with its next numbers in the server's order. */
export const linesBeside = (view: ConsoleView, hall: HallDetail, items: readonly ItemView[], windowId: string): readonly LineBeside[] => {
  const ours = hall.windows.find((window) => window.windowId === windowId)?.lineIds ?? []
  const lines = view.lines.map((line): LineBeside => ({
    lineId: line.lineId, name: lineName(hall.lines, line.lineId), ours: ours.includes(line.lineId),
    waiting: line.waiting, longestWaitMinutes: line.longestWaitMinutes, paused: line.paused,
    next: line.next.slice(0, NEXT_SHOWN).map((ticket) => ({
      number: ticket.number, class: ticket.class, priority: ticket.priority, item: itemName(items, ticket.itemId),
      waitedMinutes: minutesBetween(ticket.takenAt, view.asOf), returned: ticket.state === 'returned',
    })),
  }))
  return [...lines.filter((line) => line.ours), ...lines.filter((line) => !line.ours)]
}

/** What decides which buttons work at a window; null when the hall has no such window. */
export const standingOf = (view: ConsoleView, hall: HallDetail, windowId: string, staff: Pick<Staff, 'account' | 'role'>, acting: boolean): Standing | null => {
  const window = view.windows.find((one) => one.windowId === windowId)
  if (window === undefined) return null
  const ours = hall.windows.find((one) => one.windowId === windowId)?.lineIds ?? []
  const state: WindowState = window.state
  return {
    window: state, mine: state === 'closed' || window.account === staff.account, leader: isLeader(staff), acting, hallPaused: view.paused,
    callsBeforeMissed: hall.callsBeforeMissed,
    ticket: window.current && { state: window.current.state, calls: window.current.calls },
    waiting: view.lines.filter((line) => ours.includes(line.lineId) && !line.paused).reduce((sum, line) => sum + line.waiting, 0),
  }
}

/** Where the number at this window could be transferred: every line but its own. */
export const transferTargets = (hall: HallDetail, lineId: string): readonly LineView[] => hall.lines.filter((line) => line.lineId !== lineId)

/** The view with a ticket as an act left it, until the server says it itself: no button may believe the old state meanwhile. */
export const withTicket = (view: ConsoleView, windowId: string, ticket: StaffTicket): ConsoleView => {
  const current = ticket.windowId === windowId && (ticket.state === 'called' || ticket.state === 'serving') ? ticket : null
  return { ...view, windows: view.windows.map((window) => (window.windowId === windowId ? { ...window, current } : window)) }
}
