import type { Ticket } from '@shared/queue'
import { labelOf, type Lots } from './lots'
import { manners, type Stretch } from './manners'

/** What a citizen does on looking at the own ticket. `leave`: this visit is over for them. */
export type VisitAct =
  | { readonly act: 'cancel' | 'return' | 'rate' | 'leave' }
  | { readonly act: 'defer'; readonly places: number }
  | { readonly act: 'look'; readonly againInSeconds: number }

/** How seldom a simulated citizen asks, compared with a phone: there are many of them and one server. */
const SELDOM = 4
const LONGEST_LOOK = 60

/** @param deferred whether this ticket has let others go first already */
export const decideVisit = (ticket: Ticket, deferred: boolean, lots: Lots, pace: number): VisitAct => {
  const { asOf } = ticket
  const label = labelOf(ticket)
  const due = (stretch: Stretch, from: number, what: string): number => from + lots.between(...stretch, what, label) * 1000 / pace
  const when = (at: number, act: 'cancel' | 'return' | 'rate'): VisitAct =>
    asOf >= at ? { act } : { act: 'look', againInSeconds: Math.ceil((at - asOf) / 1000) }

  switch (ticket.state) {
    case 'waiting': case 'returned': case 'transferred': {
      if (lots.happens(manners.cancel, 'cancel', label)) {
        const leave = when(due(manners.cancelAfter, ticket.takenAt, 'cancel after'), 'cancel')
        if (leave.act === 'cancel') return leave
      }
      const near = ticket.ahead !== null && ticket.ahead >= 1 && ticket.ahead <= 3
      if (near && !deferred && ticket.defersLeft > 0 && lots.happens(manners.defer, 'defer', label)) {
        return { act: 'defer', places: 1 + Math.floor(lots.share('places', label) * 3) }
      }
      return { act: 'look', againInSeconds: Math.min(LONGEST_LOOK, ticket.nextPollSeconds * SELDOM) / pace }
    }
    case 'called': case 'serving':
      return { act: 'look', againInSeconds: LONGEST_LOOK / pace }
    case 'missed':
      if (ticket.returnBefore === null || asOf >= ticket.returnBefore || !lots.happens(manners.comesBack, 'comes back', label)) return { act: 'leave' }
      return when(due(manners.comesBackAfter, ticket.endedAt ?? asOf, 'back after'), 'return')
    case 'finished':
      if (ticket.rated || !lots.happens(manners.rates, 'rates', label)) return { act: 'leave' }
      return when(due(manners.ratesAfter, ticket.endedAt ?? asOf, 'rates after'), 'rate')
    case 'cancelled': case 'expired':
      return { act: 'leave' }
  }
}
