import { randomUUID } from 'node:crypto'
import type { ConsoleView } from '@shared/console'
import type { Ticket } from '@shared/queue'
import { isBadRating } from '@shared/ratingTags'
import type { Call } from './api'
import { isRefusal } from './failures'
import { labelOf, type Lots } from './lots'
import { opinionOf } from './opinion'
import type { Person } from './people'
import type { Session } from './session'
import { decideVisit, type VisitAct } from './visit'

interface Visit {
  readonly ticketId: string
  readonly person: Person
  /** When to look at the ticket next, by the server's clock. */
  lookAt: number
  atWindow: boolean
  deferred: boolean
  cameBack: boolean
}

/** The numbers that simulated citizens hold, from taking to the last thing they do about them. */
export interface Visits {
  readonly isOurs: (ticketId: string) => boolean
  /** Who rated badly, for a while: they are asked again. */
  readonly raterOf: (ticketId: string) => Session | undefined
  readonly cameBack: (ticketId: string) => boolean
  readonly holdsNothing: (person: Person) => boolean
  readonly add: (person: Person, ticket: Ticket) => void
  /** Notes who stands at a window, so that who has left it looks at once. */
  readonly see: (view: ConsoleView) => void
  /** Lets those whose time it is look at their tickets and act, a few at a time. */
  readonly look: (now: number) => Promise<void>
}

const LOOKS_AT_ONCE = 3
const FIRST_LOOK_MS = 20_000
/** So many bad ratings are remembered with their citizens. */
const MOST_RATERS = 200
const newKey = (): string => `day-${randomUUID()}`

export const createVisits = (call: Call, lots: Lots, pace: number): Visits => {
  const held = new Map<string, Visit>()
  const raters = new Map<string, Session>()

  const remember = (ticketId: string, session: Session): void => {
    raters.set(ticketId, session)
    if (raters.size > MOST_RATERS) raters.delete([...raters.keys()][0] as string)
  }

  const act = async ({ person, ticketId }: Visit, ticket: Ticket, { act: move, ...more }: VisitAct): Promise<void> => {
    await person.session(async (token) => {
      const as = { token, key: newKey() }
      const params = { ticketId }
      if (move === 'cancel' || move === 'return') await call('moveTicket', { params, body: { move } }, as)
      if (move === 'defer' && 'places' in more) await call('moveTicket', { params, body: { move, places: more.places } }, as)
      if (move === 'rate') {
        const opinion = opinionOf(labelOf(ticket), lots)
        if (isBadRating(opinion.level)) remember(ticketId, person.session)
        await call('rateVisit', { params, body: opinion }, as)
      }
    })
  }

  const lookAt = async (visit: Visit, now: number): Promise<void> => {
    const { ticketId, person } = visit
    const ticket = await person.session((token) => call('readTicket', { params: { ticketId }, query: {} }, { token }))
    const decided = decideVisit(ticket, visit.deferred, lots, pace)
    if (decided.act === 'leave') return void held.delete(ticketId)
    visit.lookAt = now + (decided.act === 'look' ? decided.againInSeconds * 1000 : FIRST_LOOK_MS / pace)
    if (decided.act === 'look') return
    // Once only, whether it is granted or not: the queue may have moved on since the look.
    visit.deferred ||= decided.act === 'defer'
    await act(visit, ticket, decided)
    visit.cameBack ||= decided.act === 'return'
    if (decided.act === 'rate' || decided.act === 'cancel') held.delete(ticketId)
  }

  return {
    isOurs: (ticketId) => held.has(ticketId),
    raterOf: (ticketId) => raters.get(ticketId),
    cameBack: (ticketId) => held.get(ticketId)?.cameBack ?? false,
    holdsNothing: (person) => ![...held.values()].some((visit) => visit.person === person),
    add: (person, { ticketId, asOf, state }) => {
      if (held.has(ticketId)) return
      held.set(ticketId, { ticketId, person, lookAt: asOf + FIRST_LOOK_MS / pace, atWindow: false, deferred: false, cameBack: state === 'returned' })
    },
    see: ({ windows, asOf }) => {
      const atWindows = new Set(windows.map(({ current }) => current?.ticketId))
      for (const visit of held.values()) {
        const isThere = atWindows.has(visit.ticketId)
        if (visit.atWindow && !isThere) visit.lookAt = Math.min(visit.lookAt, asOf)
        visit.atWindow = isThere
      }
    },
    look: async (now) => {
      const due = [...held.values()].filter((visit) => visit.lookAt <= now && !visit.atWindow).sort((a, b) => a.lookAt - b.lookAt)
      for (const visit of due.slice(0, LOOKS_AT_ONCE)) {
        // Until it is known better, nobody asks again at once about what went wrong.
        visit.lookAt = now + FIRST_LOOK_MS
        await lookAt(visit, now).catch((error: unknown) => {
          if (!isRefusal(error)) throw error
          if (isRefusal(error, 'TICKET_NOT_FOUND', 'RETURN_USED', 'RETURN_TOO_LATE', 'RATING_EXISTS', 'RATING_TOO_LATE')) held.delete(visit.ticketId)
        })
      }
    },
  }
}
