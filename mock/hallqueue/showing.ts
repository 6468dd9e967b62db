import { businessOf, counterOf, isInLine, lineOf, type Day } from './day'
import { stampAt } from './stamps'
import type { InsertReason, Ticket } from './ticket'

const HOUR_MS = 3_600_000

/** A ticket as it goes over the wire. */
export const showTicket = (day: Day, ticket: Ticket) => ({
  hallCode: day.hall.hallCode, bizDate: day.bizDate, outerNo: ticket.outerNo, ticketNum: ticket.ticketNum, bizId: ticket.bizId, bizLetter: businessOf(day, ticket.bizId).bizLetter,
  state: ticket.state, custType: ticket.custType, priorityType: ticket.priorityType, matterCode: ticket.matterCode, userNo: ticket.userNo, counterId: ticket.counterId,
  counterNo: ticket.counterId === '' ? '' : counterOf(day, ticket.counterId).counterNo, workNo: ticket.workNo, takeTime: stampAt(ticket.takeAt), callTime: stampAt(ticket.callAt), beginTime: stampAt(ticket.beginAt),
  endTime: stampAt(ticket.endAt), callTimes: ticket.callTimes, backFlag: ticket.isBack ? '1' : '0', giveTimes: ticket.giveTimes,
})

/** The same with where it stands, and who was placed ahead of it after placing `since`. */
export const showPosition = (day: Day, ticket: Ticket, since: number | null = null) => {
  const standing = isInLine(ticket)
  const placed = new Map<InsertReason, number>()
  if (standing && since !== null) for (const { no, reason } of ticket.inserts) if (no > since) placed.set(reason, (placed.get(reason) ?? 0) + 1)
  return {
    ticket: showTicket(day, ticket), aheadNum: standing ? lineOf(day, ticket.bizId).ahead(ticket) : -1, stopFlag: standing && (day.stopped || day.stoppedBiz.has(ticket.bizId)) ? '1' : '0',
    insertSeq: day.inserts, insertList: [...placed].map(([reasonType, num]) => ({ reasonType, num })),
  }
}

/** The hall at a glance, with the next `nextNum` of each business. */
export const showSnapshot = (day: Day, nextNum: number, now: number) => ({
  stopFlag: day.stopped ? '1' : '0', endFlag: day.ended ? '1' : '0',
  bizList: day.hall.businesses.map(({ bizId, bizLetter }) => {
    const { waiting } = lineOf(day, bizId)
    const calls = day.calls.filter((call) => call.bizId === bizId && call.at > now - HOUR_MS)
    return {
      bizId, bizLetter, waitNum: waiting.length, issueNum: day.issued.get(bizId) ?? 0, stopFlag: day.stoppedBiz.has(bizId) ? '1' : '0',
      callNum: calls.length, firstCallTime: stampAt(calls[0]?.at ?? null), lastCallTime: stampAt(calls.at(-1)?.at ?? null),
      oldestTime: stampAt(waiting.length > 0 ? Math.min(...waiting.map(({ takeAt }) => takeAt)) : null),
      nextList: waiting.slice(0, nextNum).map((ticket) => showTicket(day, ticket)),
    }
  }),
  counterList: [...day.desks].map(([counterId, { state, workNo, outerNo }]) => {
    const current = day.tickets.get(outerNo)
    return { counterId, counterNo: counterOf(day, counterId).counterNo, state, workNo, current: current ? showTicket(day, current) : null }
  }),
})
