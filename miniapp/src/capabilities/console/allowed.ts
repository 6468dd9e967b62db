import { moves, type Move, type TicketState } from '@shared/ticketStates'

/** Everything a clerk may press at the window. */
export const acts = ['next', 'recall', 'start', 'finish', 'miss', 'transfer', 'open', 'pause', 'close'] as const
export type Act = (typeof acts)[number]
export type WindowState = 'closed' | 'open' | 'paused'

/** Why a button does not work now; the console says it in words. */
export type Refusal =
  | 'acting' | 'no-number' | 'number-in-hand' | 'wrong-state' | 'calls-remain' | 'window-closed' | 'window-paused' | 'other-clerk'
  | 'hall-paused' | 'nobody-waiting' | 'already'

/** What the server last said about this window, and whether an act is still on its way. */
export interface Standing {
  readonly window: WindowState
  /** False when another clerk opened the window. */
  readonly mine: boolean
  /** A supervisor or operator, who may settle what a clerk left behind at any window. */
  readonly leader: boolean
  readonly ticket: { readonly state: TicketState; readonly calls: number } | null
  /** Calls before a number may be marked missed; the server has the last word with CALLS_REMAIN. */
  readonly callsBeforeMissed: number
  readonly hallPaused: boolean
  /** People waiting in the lines of this window. */
  readonly waiting: number
  readonly acting: boolean
}

/** How many more calls it takes before “missed” works, never below 0. */
export const callsLeft = (calls: number, needed: number): number => Math.max(0, needed - calls)

const isLegal = (move: Move, state: TicketState): boolean => state in moves[move]

const refusalToMove = (move: Move, { window, ticket, callsBeforeMissed }: Standing): Refusal | null => {
  if (ticket === null) return 'no-number'
  if (window === 'closed') return 'window-closed'
  if (!isLegal(move, ticket.state)) return 'wrong-state'
  return move === 'miss' && callsLeft(ticket.calls, callsBeforeMissed) > 0 ? 'calls-remain' : null
}

const refusalToCall = ({ window, ticket, hallPaused, waiting }: Standing): Refusal | null => {
  if (ticket !== null) return 'number-in-hand'
  if (window !== 'open') return `window-${window}`
  if (hallPaused) return 'hall-paused'
  return waiting === 0 ? 'nobody-waiting' : null
}

const refusalToSet = (state: WindowState, { window, ticket }: Standing): Refusal | null => {
  if (window === state) return 'already'
  if (state === 'paused' && window === 'closed') return 'window-closed'
  return state === 'closed' && ticket !== null ? 'number-in-hand' : null
}

/** What takes the clerk who opened the window; everything else a leader may do there too. */
const OWN_ONLY: readonly Act[] = ['next', 'open', 'pause']

/**
 * Why an act is refused now, or null when it may be done. What a number's state allows comes from the table of
 * legal moves; an act still on its way refuses every other, so that a double click never acts twice.
 */
export const refusalOf = (act: Act, standing: Standing): Refusal | null => {
  if (standing.acting) return 'acting'
  if (!standing.mine && (!standing.leader || OWN_ONLY.includes(act))) return 'other-clerk'
  switch (act) {
    case 'next': return refusalToCall(standing)
    case 'open': return refusalToSet('open', standing)
    case 'pause': return refusalToSet('paused', standing)
    case 'close': return refusalToSet('closed', standing)
    default: return refusalToMove(act, standing)
  }
}

/** The act a clerk most likely wants now: the one drawn as the main button. */
export const mainAct = (standing: Standing): Act => {
  if (standing.ticket !== null) return standing.ticket.state === 'serving' ? 'finish' : 'start'
  return standing.window === 'open' ? 'next' : 'open'
}
