import type { Ticket } from '@shared/queue'
import type { Overheard } from '@/platform/overheard'
import { retryDelay } from '@/platform/retry'
import { isLive } from './heard'
import { FIRST_RETRY_MS, longestRetry } from './polling'

export interface CallWatchParts {
  /** Tickets the phone knows of. */
  readonly known: readonly Ticket[]
  /** Asks for my tickets. The answer is overheard, so what it gives is of no interest. */
  readonly ask: () => Promise<unknown>
  readonly overhear: (listener: (word: Overheard<'listTickets'>) => void) => () => void
  /** `whole`: these are all; not when a hall's own system could not be asked. */
  readonly onTickets: (tickets: readonly Ticket[], whole: boolean) => void
  /** The ticket another page part follows already; empty when none. */
  readonly except?: string
  readonly random?: () => number
}

/** A part of the page that asks for the same at the same pace goes first; then nothing is asked twice. */
const AFTER_OTHERS_MS = 300

/** Whether this ticket may be called, now or again. */
const mayBeCalled = (ticket: Ticket): boolean => isLive(ticket) && ticket.state !== 'missed'

/**
 * Follows all tickets that may be called while another page than theirs is open, at the pace the server names for the
 * soonest. Asks nothing while none is known, and nothing that somebody else on the page asks anyway. Gives the way to end.
 */
export const startCallWatch = ({ known, ask, overhear, onTickets, except = '', random = Math.random }: CallWatchParts): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let asked = false
  let pace: number | null = null
  const setPace = (tickets: readonly Ticket[]): void => {
    const waiting = tickets.filter((ticket) => mayBeCalled(ticket) && ticket.ticketId !== except)
    pace = waiting.length === 0 ? null : Math.max(1, Math.min(...waiting.map(({ nextPollSeconds }) => nextPollSeconds)))
  }
  const turn = (): void => { ask().catch(() => undefined) }

  const silence = overhear((word) => {
    clearTimeout(timer)
    asked = word.kind === 'asked'
    if (asked) return
    failures = word.kind === 'failed' ? failures + 1 : 0
    if (word.kind === 'answered') {
      const { tickets, missing } = word.answer
      const before = pace
      setPace(tickets)
      // The one that is waited for may be among those that could not be asked for.
      if (missing.length > 0 && before !== null) pace = Math.min(before, pace ?? before)
      onTickets(tickets, missing.length === 0)
    }
    if (pace === null) return
    timer = setTimeout(turn, failures === 0 ? pace * 1000 + AFTER_OTHERS_MS : retryDelay(failures, FIRST_RETRY_MS, longestRetry(pace), random()))
  })
  setPace(known)
  if (pace !== null && !asked) turn()
  return () => { clearTimeout(timer); silence() }
}
