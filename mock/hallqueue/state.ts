import type { Clock } from '../clock'
import { Refusal } from './codes'
import { createDay, type Day } from './day'
import { createSerials, type Serials } from './serials'
import { demoSetup, type HallSetup } from './setup'
import { dayAt } from './stamps'
import type { Ticket } from './ticket'

/** Days that are still looked at, today included. */
const DAYS_KEPT = 30

interface Hall { setup: HallSetup; readonly days: Map<string, Day>; readonly serials: Serials }

/** Every hall that keeps this machine, by service day. */
export const createHallQueueState = (clock: Clock) => {
  const halls = new Map<string, Hall>()
  const hallOf = (hallCode: string): Hall => {
    const found = halls.get(hallCode)
    if (!found) throw new Refusal(2001)
    return found
  }
  const dayIn = ({ setup, days }: Hall, bizDate: string): Day => {
    const known = days.get(bizDate) ?? createDay(setup, bizDate)
    days.set(bizDate, known)
    const [oldest] = [...days.keys()].sort()
    if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest)
    return known
  }
  const setUp = (setup: HallSetup): void => { halls.set(setup.hallCode, { setup, days: new Map(), serials: createSerials() }) }
  setUp(demoSetup)

  return {
    /** Sets a hall's machine up anew: what it held is gone. */
    setUp,
    setupOf: (hallCode: string): HallSetup => hallOf(hallCode).setup,
    serialsOf: (hallCode: string): Serials => hallOf(hallCode).serials,
    today: (hallCode: string): Day => dayIn(hallOf(hallCode), dayAt(clock())),
    /** Undefined for a day on which nothing happened. */
    pastDay: (hallCode: string, bizDate: string): Day | undefined => hallOf(hallCode).days.get(bizDate),
    /** The day that a ticket belongs to. */
    dayOfTicket: (hallCode: string, outerNo: string): Day => {
      const found = [...hallOf(hallCode).days.values()].find((day) => day.tickets.has(outerNo))
      if (!found) throw new Refusal(2004)
      return found
    },
    /** A customer's tickets of a day in every hall, newest first. */
    ticketsOf: (userNo: string, bizDate: string): readonly { readonly day: Day; readonly ticket: Ticket }[] =>
      [...halls.values()].flatMap(({ days }) => days.get(bizDate) ?? []).flatMap((day) => [...day.tickets.values()].filter((ticket) => ticket.userNo === userNo).map((ticket) => ({ day, ticket })))
        .sort((a, b) => b.ticket.takeAt - a.ticket.takeAt),
  }
}
export type HallQueueState = ReturnType<typeof createHallQueueState>
