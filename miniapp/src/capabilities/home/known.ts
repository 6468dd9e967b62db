import type { Ticket } from '@shared/queue'
import type { OutputOf } from '@shared/endpoint'
import type { endpoints } from '@shared/endpoints'

type Answer = OutputOf<typeof endpoints.listTickets>
/** My numbers of today. `silent`: those whose hall's own system could not be asked, as last heard. */
export interface Known extends Answer { readonly silent: readonly string[] }

/** Takes in a new answer. A number that a silent system keeps still stands, so it stays in view as it was last heard. */
export const withKnown = (before: Known | null, answer: Answer): Known => {
  const absent = ({ ticketId }: Ticket): boolean => !answer.tickets.some((one) => one.ticketId === ticketId)
  const kept = answer.missing.length === 0 ? [] : (before?.tickets ?? []).filter(absent)
  return { ...answer, tickets: [...answer.tickets, ...kept], silent: kept.map(({ ticketId }) => ticketId) }
}
