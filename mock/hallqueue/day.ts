import { Refusal } from './codes'
import { createLine, type Line } from './line'
import type { Business, Counter, HallSetup } from './setup'
import { inHand, inLine, states, type Ticket } from './ticket'

export type CounterState = '0' | '1' | '2'
export interface Desk { state: CounterState; workNo: string; outerNo: string }

/** One hall's service day: what is waiting, called and stopped. Everything is in memory and changes at once. */
export interface Day {
  readonly hall: HallSetup
  readonly bizDate: string
  readonly tickets: Map<string, Ticket>
  readonly lines: ReadonlyMap<string, Line>
  readonly desks: ReadonlyMap<string, Desk>
  readonly issued: Map<string, number>
  readonly stoppedBiz: Set<string>
  /** Who used which proof of having been in the hall. */
  readonly proofs: Map<string, string>
  readonly calls: { readonly bizId: string; readonly at: number }[]
  arrivals: number
  inserts: number
  stopped: boolean
  ended: boolean
}

export const createDay = (hall: HallSetup, bizDate: string): Day => {
  const day: Day = {
    hall, bizDate, tickets: new Map(), issued: new Map(), stoppedBiz: new Set(), proofs: new Map(), calls: [], arrivals: 0, inserts: 0, stopped: false, ended: false,
    lines: new Map(hall.businesses.map(({ bizId }) => [bizId, createLine(hall, () => {
      day.inserts += 1
      return day.inserts
    })])),
    desks: new Map(hall.counters.map(({ counterId }) => [counterId, { state: '0', workNo: '', outerNo: '' }])),
  }
  return day
}

export const businessOf = ({ hall }: Day, bizId: string): Business => {
  const found = hall.businesses.find((one) => one.bizId === bizId)
  if (!found) throw new Refusal(2002)
  return found
}
export const lineOf = (day: Day, bizId: string): Line => day.lines.get(businessOf(day, bizId).bizId) as Line
export const counterOf = ({ hall }: Day, counterId: string): Counter => {
  const found = hall.counters.find((one) => one.counterId === counterId)
  if (!found) throw new Refusal(2003)
  return found
}
export const deskOf = (day: Day, counterId: string): Desk => day.desks.get(counterOf(day, counterId).counterId) as Desk

/** @param userNo who must hold it; anybody when left out */
export const ticketOf = (day: Day, outerNo: string, userNo?: string): Ticket => {
  const found = day.tickets.get(outerNo)
  if (!found) throw new Refusal(2004)
  if (userNo !== undefined && found.userNo !== userNo) throw new Refusal(2005)
  return found
}

export const isInLine = ({ state }: Ticket): boolean => inLine.includes(state)

/** Frees the window that has the ticket, and takes it from its line. */
export const letGo = (day: Day, ticket: Ticket): void => {
  if (isInLine(ticket)) lineOf(day, ticket.bizId).remove(ticket)
  else if (ticket.state === states.called || ticket.state === states.serving) deskOf(day, ticket.counterId).outerNo = ''
}

/** How many a customer holds in a business and in the hall, and took in the day. */
export const holdings = (day: Day, userNo: string, bizId: string): { readonly inBiz: number; readonly inHall: number; readonly taken: number } => {
  const own = [...day.tickets.values()].filter((ticket) => ticket.userNo === userNo)
  const held = own.filter(({ state }) => inHand.includes(state))
  return { inBiz: held.filter((ticket) => ticket.bizId === bizId).length, inHall: held.length, taken: own.length }
}
