import type { Ticket } from '@shared/queue'
import { live } from '@shared/ticketStates'

/** A line of “why it moved”: who was placed ahead, and when we were told (server's clock). */
export interface MovedNote { readonly at: number; readonly reason: Ticket['moved'][number]['reason']; readonly people: number }

/** A ticket together with when and how this phone heard of it. */
export interface Heard {
  readonly ticket: Ticket
  /** Milliseconds, by the phone's own clock. */
  readonly heardAt: number
  /** `storage`: kept from an earlier visit, not confirmed since the page was opened. */
  readonly from: 'server' | 'storage'
  readonly notes: readonly MovedNote[]
}

/** Slack on top of the server's pace before a state is called old: one slow answer is no reason to alarm. */
const GRACE_MS = 15_000
/** The page's own tick runs a little behind the moment an answer comes; more than this is a clock that was set back. */
const CLOCK_SLIP_MS = 5_000
const NOTE_LASTS_MS = 15 * 60_000
const NOTES_SHOWN = 3

/**
 * Takes in a new answer. An answer older than what is shown is dropped (a slow poll that
 * arrives after the answer to a tap), so that the page never steps back in time.
 */
export const hear = (before: Heard | null, ticket: Ticket, now: number): Heard => {
  const same = before !== null && before.ticket.ticketId === ticket.ticketId
  if (same && before.from === 'server' && ticket.asOf < before.ticket.asOf) return before
  const kept = same ? before.notes : []
  const added = ticket.moved.map(({ reason, people }) => ({ at: ticket.asOf, reason, people }))
  const notes = [...added, ...kept].filter((note) => ticket.asOf - note.at < NOTE_LASTS_MS).slice(0, NOTES_SHOWN)
  return { ticket, heardAt: now, from: 'server', notes }
}

/** Milliseconds since the phone heard this; never negative, even if the phone's clock was set back. */
export const ageOf = (heard: Heard, now: number): number => Math.max(0, now - heard.heardAt)

/** The server's clock now, as well as the phone can tell: countdowns must not trust the phone's clock. */
export const serverNow = (heard: Heard, now: number): number => heard.ticket.asOf + ageOf(heard, now)

/** Whether the ticket can still change today. */
export const isLive = (ticket: Ticket): boolean => live.includes(ticket.state)

/** True when this may no longer be so and must not be shown as now. What has ended cannot grow old. */
export const isStale = (heard: Heard, now: number): boolean => {
  if (!isLive(heard.ticket)) return false
  return heard.from === 'storage' || now < heard.heardAt - CLOCK_SLIP_MS || ageOf(heard, now) > heard.ticket.nextPollSeconds * 1000 + GRACE_MS
}
