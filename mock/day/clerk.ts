import type { ConsoleView, StaffTicket } from '@shared/console'
import { labelOf, type Lots } from './lots'
import { courtesy, manners, type Stretch } from './manners'

/** What a clerk does next; null: wait. */
export type ClerkAct =
  | { readonly act: 'open' | 'pause' | 'call' }
  | { readonly act: 'recall' | 'start' | 'finish' | 'miss'; readonly ticketId: string }
  | { readonly act: 'transfer'; readonly ticketId: string; readonly lineId: string }
  | null

/** All a clerk knows when deciding. Times are the server's. */
export interface ClerkSight {
  readonly now: number
  readonly window: { readonly windowId: string; readonly state: ConsoleView['windows'][number]['state']; readonly current: StaffTicket | null }
  /** Since when the window has looked like this. */
  readonly since: number
  /** Whether somebody can be called here: the hall is open, nothing is paused, somebody waits. */
  readonly waiting: boolean
  readonly hallOpen: boolean
  /** After a visit, when the lines do without this window for a moment. */
  readonly mayRest: boolean
  /** Whether the number in hand is a simulated citizen's. */
  readonly ours: boolean
  /** It was missed once and its holder came back: now they are there. */
  readonly cameBack: boolean
  readonly itemMinutes: number | undefined
  /** Other lines that are served now. */
  readonly otherLines: readonly string[]
}

/** Decides from what stands on the console alone, so that a clerk that was restarted goes on where the window stands. */
export const decideClerk = (sight: ClerkSight, lots: Lots, pace: number): ClerkAct => {
  const { current } = sight.window
  if (!current) return betweenVisits(sight, lots, pace)
  if (current.state === 'called') return sight.ours ? afterCall(sight, current, lots, pace) : courteousCall(sight, current, lots)
  if (current.state === 'serving') return serving(sight, current, lots, pace)
  return null
}

const drawn = ([low, high]: Stretch, lots: Lots, ...label: (string | number)[]): number => lots.between(low, high, ...label) * 1000

const betweenVisits = ({ window, since, now, hallOpen, waiting, mayRest }: ClerkSight, lots: Lots, pace: number): ClerkAct => {
  if (!hallOpen) return null
  const { windowId, state } = window
  const hasBeen = (stretch: Stretch, what: string): boolean => now - since >= drawn(stretch, lots, what, windowId, since) / pace
  if (state === 'closed') return hasBeen(manners.reopen, 'reopen') ? { act: 'open' } : null
  if (state === 'paused') return hasBeen(manners.breakLength, 'break length') ? { act: 'open' } : null
  if (!hasBeen(manners.gap, 'gap')) return null
  if (mayRest && lots.happens(manners.breaks, 'break', windowId, since)) return { act: 'pause' }
  return waiting ? { act: 'call' } : null
}

/** A simulated citizen was called: comes, needs a second call, or is not there and is missed after the third. */
const afterCall = ({ now, cameBack, waiting }: ClerkSight, ticket: StaffTicket, lots: Lots, pace: number): ClerkAct => {
  const { ticketId, calls } = ticket
  const label = labelOf(ticket)
  const sinceCall = now - (ticket.calledAt ?? now)
  const after = (stretch: Stretch, act: 'recall' | 'start' | 'miss'): ClerkAct =>
    sinceCall >= drawn(stretch, lots, act, label, calls) / pace ? { act, ticketId } : null
  // With nobody else waiting a clerk has no reason to be strict.
  const absent = !cameBack && waiting && lots.happens(manners.absent, 'absent', label)
  if (absent) return after(manners.patience, calls < 3 ? 'recall' : 'miss')
  if (calls > 1) return after(manners.afterSecondCall, 'start')
  return lots.happens(manners.slow, 'slow', label) ? after(manners.secondCall, 'recall') : after(manners.walkUp, 'start')
}

const courteousCall = ({ now }: ClerkSight, ticket: StaffTicket, lots: Lots): ClerkAct => {
  const { ticketId, calls } = ticket
  const label = labelOf(ticket)
  const sinceCall = now - (ticket.calledAt ?? now)
  if (calls > 1) return sinceCall >= drawn(courtesy.startAfter, lots, 'start', label) ? { act: 'start', ticketId } : null
  return sinceCall >= drawn(courtesy.recallAfter, lots, 'recall', label) ? { act: 'recall', ticketId } : null
}

const serving = ({ now, ours, itemMinutes, otherLines }: ClerkSight, ticket: StaffTicket, lots: Lots, pace: number): ClerkAct => {
  const { ticketId, lineId } = ticket
  const label = labelOf(ticket)
  const served = now - (ticket.startedAt ?? now)
  if (!ours) return served >= drawn(courtesy.service, lots, 'service', label) ? { act: 'finish', ticketId } : null
  const usual = (itemMinutes ?? manners.minutesUnknown) * manners.secondsPerMinute * lots.between(...manners.serviceSpread, 'service', label, lineId)
  const [shortest, longest] = manners.service
  const service = Math.min(longest, Math.max(shortest, usual)) * 1000 / pace
  const elsewhere = lots.happens(manners.transfer, 'transfer', label, lineId) ? lots.pick(otherLines, 'to', label, lineId) : undefined
  if (elsewhere !== undefined && served >= service / 2) return { act: 'transfer', ticketId, lineId: elsewhere }
  return served >= service ? { act: 'finish', ticketId } : null
}
