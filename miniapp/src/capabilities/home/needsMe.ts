import type { Ticket } from '@shared/queue'
import { inLine } from '@shared/ticketStates'

/** What the citizen should see first of all their numbers of today. */
export type Need =
  | { readonly kind: 'called' | 'serving' | 'missed' | 'rate' | 'ended'; readonly ticket: Ticket }
  | { readonly kind: 'waiting'; readonly ticket: Ticket; readonly ahead: number | null }

export interface Needs { readonly first: Need | null; /** How many more numbers are still live. */ readonly others: number }

const needOf = (ticket: Ticket, ageMs: number): Need | null => {
  if (inLine.includes(ticket.state)) return { kind: 'waiting', ticket, ahead: ticket.ahead }
  switch (ticket.state) {
    case 'called': case 'serving': return { kind: ticket.state, ticket }
    case 'missed': return ticket.returnBefore !== null && ticket.returnBefore > ticket.asOf + ageMs ? { kind: 'missed', ticket } : null
    case 'finished': return ticket.rated ? null : { kind: 'rate', ticket }
    case 'expired': return { kind: 'ended', ticket }
    default: return null
  }
}

const urgency = (need: Need): number => {
  switch (need.kind) {
    case 'called': return 0
    case 'missed': return 1
    case 'waiting': return 2 + Math.min(need.ahead ?? 9_000, 9_000)
    case 'serving': return 10_000
    case 'rate': return 10_001
    case 'ended': return 10_002
  }
}

/** They ask for nothing that could be late. */
const isOver = ({ kind }: Need): boolean => kind === 'rate' || kind === 'ended'

/**
 * Being called comes first, then a number that can still come back, then the nearest turn; then rating. That the day ended before one's turn is only
 * told of the number taken last: whoever has been served since knows.
 * `ageMs`: how long ago the tickets were heard. The hour itself is the server's, for a phone's clock may be wrong.
 */
export const needsMe = (tickets: readonly Ticket[], ageMs: number): Needs => {
  const needs = tickets.flatMap((ticket, at) => (ticket.state === 'expired' && at > 0 ? [] : needOf(ticket, ageMs) ?? [])).sort((a, b) => urgency(a) - urgency(b))
  const live = needs.filter((need) => !isOver(need)).length
  const first = needs[0] ?? null
  return { first, others: first && !isOver(first) ? live - 1 : live }
}

/** The visit to rate: the latest that is finished and not rated. */
export const visitToRate = (tickets: readonly Ticket[]): Ticket | null =>
  tickets.filter(({ state, rated }) => state === 'finished' && !rated).sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0] ?? null

interface Listed { readonly tickets: readonly Ticket[]; readonly missing: readonly unknown[] }
/** Seconds until a system that was silent is asked again, so that its numbers come without a reload. */
const SILENT_PACE = 10

/** How soon to ask again: as soon as the soonest ticket wants; once a minute when nothing is live. */
export const homePace = (listed: Listed | null): number =>
  Math.min(listed && listed.missing.length > 0 ? SILENT_PACE : 60, ...(listed?.tickets ?? []).filter(({ state }) => inLine.includes(state) || state === 'called' || state === 'serving').map(({ nextPollSeconds }) => nextPollSeconds))

/** Slack on top of the pace before what was heard counts as old: one slow answer is no reason to alarm. */
const GRACE_MS = 15_000

/** How long the tickets may be shown as now, milliseconds. */
export const freshFor = (listed: Listed | null): number => homePace(listed) * 1000 + GRACE_MS
