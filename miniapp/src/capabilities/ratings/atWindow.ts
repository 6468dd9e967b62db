import type { LocalText } from '@shared/endpoint'
import type { Ticket } from '@shared/queue'

/** What the citizen can rate where a window's static code was scanned. */
export type AtWindow =
  | { readonly kind: 'one'; readonly ticketId: string }
  /** Latest first. */
  | { readonly kind: 'several'; readonly tickets: readonly Ticket[] }
  | { readonly kind: 'serving' | 'rated' | 'none' }
  /** The hall's own system did not answer, so it cannot be told. */
  | { readonly kind: 'silent'; readonly names: readonly LocalText[] }

const latestFirst = (a: Ticket, b: Ticket): number => (b.endedAt ?? 0) - (a.endedAt ?? 0)

/** Matches one's own tickets of today with the window. The code itself says nothing about who was there. */
export const atWindow = ({ tickets, missing }: { readonly tickets: readonly Ticket[]; readonly missing: readonly LocalText[] }, hallId: string, windowId: string): AtWindow => {
  const here = tickets.filter((ticket) => ticket.hallId === hallId && ticket.windowId === windowId)
  const finished = here.filter(({ state }) => state === 'finished').sort(latestFirst)
  const open = finished.filter(({ rated }) => !rated)
  if (open.length > 1) return { kind: 'several', tickets: open }
  if (open[0]) return { kind: 'one', ticketId: open[0].ticketId }
  if (here.some(({ state }) => state === 'serving' || state === 'called')) return { kind: 'serving' }
  if (missing.length > 0) return { kind: 'silent', names: missing }
  return { kind: finished.length > 0 ? 'rated' : 'none' }
}
