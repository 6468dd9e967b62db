import { Refusal } from './codes'
import { businessOf, holdings, isInLine, letGo, lineOf, ticketOf, type Day } from './day'
import type { CustomerType } from './setup'
import { inLine, states, type Ticket } from './ticket'

export interface TakeOrder {
  readonly outerNo: string
  readonly bizId: string
  readonly custType: CustomerType
  readonly priorityType: string
  readonly matterCode: string
  readonly userNo: string
  /** Booked before: neither limits nor the day's numbers apply. */
  readonly isReserved: boolean
  readonly proofNo: string
}

/** Prints the next number of a business. */
export const takeNo = (day: Day, order: TakeOrder, now: number): Ticket => {
  const { bizLetter, dayNum, startNum } = businessOf(day, order.bizId)
  const issued = day.issued.get(order.bizId) ?? 0
  if (day.ended) throw new Refusal(3001)
  if (day.stopped) throw new Refusal(3002)
  if (day.stoppedBiz.has(order.bizId)) throw new Refusal(3003)
  if (!order.isReserved) {
    if (issued >= dayNum) throw new Refusal(3004)
    if (order.userNo !== '') checkLimits(day, order)
  }
  if (order.proofNo !== '') {
    const user = day.proofs.get(order.proofNo) ?? order.userNo
    if (user !== order.userNo) throw new Refusal(3008)
    day.proofs.set(order.proofNo, user)
  }
  day.issued.set(order.bizId, issued + 1)
  day.arrivals += 1
  const ticket: Ticket = {
    outerNo: order.outerNo, ticketNum: `${bizLetter}${String(startNum + issued).padStart(3, '0')}`, bizId: order.bizId, custType: order.custType, priorityType: order.priorityType,
    matterCode: order.matterCode, userNo: order.userNo, takeAt: now, arrival: day.arrivals, since: day.arrivals, state: states.waiting, counterId: '', workNo: '', callAt: null, beginAt: null,
    endAt: null, callTimes: 0, isBack: false, giveTimes: 0, tag: 0, passed: 0, inserts: [],
  }
  day.tickets.set(ticket.outerNo, ticket)
  lineOf(day, order.bizId).enter(ticket)
  return ticket
}

const checkLimits = (day: Day, { userNo, bizId }: TakeOrder): void => {
  const { inBiz, inHall, taken } = holdings(day, userNo, bizId)
  if (inBiz >= day.hall.limitBiz) throw new Refusal(3005)
  if (inHall >= day.hall.limitHall) throw new Refusal(3006)
  if (taken >= day.hall.limitDay) throw new Refusal(3007)
}

const LEAVABLE: readonly string[] = [...inLine, states.called, states.passed]

export const cancelNo = (day: Day, outerNo: string, userNo: string, now: number): Ticket => {
  const ticket = ticketOf(day, outerNo, userNo)
  if (!LEAVABLE.includes(ticket.state)) throw new Refusal(4001)
  letGo(day, ticket)
  return Object.assign(ticket, { state: states.cancelled, endAt: now })
}

/** A passed number stands in line again, once, behind the next few. */
export const comeBack = (day: Day, outerNo: string, userNo: string, now: number): Ticket => {
  const { backMinutes, backBehind, limitBiz, limitHall } = day.hall
  const ticket = ticketOf(day, outerNo, userNo)
  if (ticket.state !== states.passed) throw new Refusal(4001)
  if (ticket.isBack) throw new Refusal(4003)
  if (now - (ticket.endAt ?? now) > backMinutes * 60_000) throw new Refusal(4002, { minutes: String(backMinutes) })
  const { inBiz, inHall } = holdings(day, userNo, ticket.bizId)
  if (inBiz >= limitBiz) throw new Refusal(3005)
  if (inHall >= limitHall) throw new Refusal(3006)
  day.arrivals += 1
  Object.assign(ticket, { state: states.back, isBack: true, counterId: '', workNo: '', callTimes: 0, callAt: null, endAt: null, since: day.arrivals, inserts: [] })
  lineOf(day, ticket.bizId).enterBack(ticket, backBehind)
  return ticket
}

/** “I'll be late”: so many of those behind go first. */
export const giveWay = (day: Day, outerNo: string, userNo: string, places: number): Ticket => {
  const ticket = ticketOf(day, outerNo, userNo)
  if (!isInLine(ticket)) throw new Refusal(4001)
  if (ticket.giveTimes >= day.hall.giveTimes) throw new Refusal(4004)
  const line = lineOf(day, ticket.bizId)
  if (line.ahead(ticket) === line.waiting.length - 1) throw new Refusal(4005)
  line.giveWay(ticket, places)
  return Object.assign(ticket, { giveTimes: ticket.giveTimes + 1 })
}
