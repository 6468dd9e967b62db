import { Refusal } from './codes'
import { businessOf, counterOf, deskOf, letGo, lineOf, ticketOf, type CounterState, type Day } from './day'
import { states, type Ticket } from './ticket'

/** Somebody behind the windows. A leader may act for any window. */
export interface Worker { readonly workNo: string; readonly isLeader: boolean }

/** Calls the next number to a window: from the business with the longest wait, the first in its order. */
export const callNext = (day: Day, counterId: string, { workNo }: Worker, now: number): Ticket => {
  const { bizIds } = counterOf(day, counterId)
  const desk = deskOf(day, counterId)
  if (desk.state !== '1') throw new Refusal(5001)
  if (desk.workNo !== workNo) throw new Refusal(5003)
  if (desk.outerNo !== '') throw new Refusal(5002)
  if (day.stopped) throw new Refusal(3002)
  const [longest] = bizIds.filter((bizId) => !day.stoppedBiz.has(bizId)).map((bizId) => lineOf(day, bizId)).filter(({ waiting }) => waiting.length > 0)
    .sort((a, b) => a.longest() - b.longest())
  const ticket = longest?.callFirst()
  if (!ticket) throw new Refusal(5005)
  desk.outerNo = ticket.outerNo
  day.calls.push({ bizId: ticket.bizId, at: now })
  return Object.assign(ticket, { state: states.called, counterId, workNo, callAt: now, callTimes: 1 })
}

/** The ticket at one's window, in the state that the act needs. */
const inHandOf = (day: Day, outerNo: string, worker: Worker, allowed: readonly string[]): Ticket => {
  const ticket = ticketOf(day, outerNo)
  const isOther = ticket.counterId !== '' && deskOf(day, ticket.counterId).workNo !== worker.workNo
  if (isOther && !worker.isLeader) throw new Refusal(5004)
  if (!allowed.includes(ticket.state)) throw new Refusal(4001)
  return ticket
}

export const recall = (day: Day, outerNo: string, worker: Worker, now: number): Ticket => {
  const ticket = inHandOf(day, outerNo, worker, [states.called])
  return Object.assign(ticket, { callAt: now, callTimes: ticket.callTimes + 1 })
}
export const begin = (day: Day, outerNo: string, worker: Worker, now: number): Ticket =>
  Object.assign(inHandOf(day, outerNo, worker, [states.called]), { state: states.serving, beginAt: now })

export const end = (day: Day, outerNo: string, worker: Worker, now: number): Ticket => {
  const ticket = inHandOf(day, outerNo, worker, [states.serving])
  letGo(day, ticket)
  return Object.assign(ticket, { state: states.done, endAt: now })
}

export const pass = (day: Day, outerNo: string, worker: Worker, now: number): Ticket => {
  const ticket = inHandOf(day, outerNo, worker, [states.called])
  if (ticket.callTimes < day.hall.callTimes) throw new Refusal(4006, { remain: String(day.hall.callTimes - ticket.callTimes) })
  letGo(day, ticket)
  return Object.assign(ticket, { state: states.passed, endAt: now })
}

export const transfer = (day: Day, outerNo: string, bizId: string, worker: Worker): Ticket => {
  businessOf(day, bizId)
  const ticket = inHandOf(day, outerNo, worker, [states.called, states.serving])
  if (ticket.bizId === bizId) throw new Refusal(4007)
  letGo(day, ticket)
  Object.assign(ticket, { state: states.moved, bizId, counterId: '', workNo: '', callTimes: 0, callAt: null, beginAt: null, inserts: [] })
  lineOf(day, bizId).enterMoved(ticket)
  return ticket
}

/** 0 closed, 1 open, 2 paused. The same again changes nothing. */
export const setCounter = (day: Day, counterId: string, state: CounterState, { workNo, isLeader }: Worker): void => {
  const desk = deskOf(day, counterId)
  const isOwn = desk.state === '0' || desk.workNo === workNo
  if (!isOwn && !(isLeader && state === '0')) throw new Refusal(5003)
  if (desk.state === state) return
  if (state === '0' && desk.outerNo !== '') throw new Refusal(5002)
  if (state === '2' && desk.state === '0') throw new Refusal(5001)
  Object.assign(desk, { state, workNo: state === '0' ? '' : workNo })
}

/** @param bizId empty for the whole hall */
export const setStopped = (day: Day, bizId: string, isStopped: boolean): void => {
  if (bizId === '') day.stopped = isStopped
  else if (isStopped) day.stoppedBiz.add(businessOf(day, bizId).bizId)
  else day.stoppedBiz.delete(businessOf(day, bizId).bizId)
}

/** Ends the day: whoever is at a window is done, the others expire, windows close. Gives how many tickets it ended. */
export const endDay = (day: Day, now: number): number => {
  const open = [...day.tickets.values()].filter(({ state }) => ![states.done, states.cancelled, states.expired].some((over) => over === state))
  for (const ticket of open) {
    const to = ticket.state === states.serving ? states.done : states.expired
    letGo(day, ticket)
    Object.assign(ticket, { state: to, endAt: now })
  }
  for (const desk of day.desks.values()) Object.assign(desk, { state: '0', workNo: '', outerNo: '' })
  day.ended = true
  return open.length
}
