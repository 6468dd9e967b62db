import { Refusal } from './codes'
import type { Memory } from './memory'
import { beginOf, endOf, room, type Order, type Source } from './source'
import { DAY_MS, MINUTE_MS } from './times'

const LISTED_DAYS = 90
const MOST_LISTED = 200
const HOUR_MS = 3_600_000

export interface LockWish {
  readonly orderNo: string; readonly siteCode: string; readonly bizCode: string; readonly bizDate: string; readonly begin: number; readonly periods: number
  readonly bookerId: string; readonly visitorId: string; readonly visitorName: string; readonly matters: string
}
/** Names an act on an order. @param bookerId whose order it must be; null when the staff acts */
export interface Act { readonly orderNo: string; readonly bookerId: string | null; readonly requestNo: string }

/** Orders: held, booked, moved, come or cancelled. Every act with a number done before gives the order as it is now. */
export const createOrders = (memory: Memory) => {
  const { orders, visitors, waits } = memory

  /** Another's is as one that does not exist. */
  const find = (orderNo: string, bookerId: string | null): Order => {
    const order = orders.get(orderNo)
    if (!order || (bookerId !== null && order.bookerId !== bookerId)) throw new Refusal('B2001')
    return order
  }
  const once = ({ orderNo, bookerId, requestNo }: Act, what: string, run: (order: Order) => void): Order => {
    const order = find(orderNo, bookerId)
    const before = order.requests.get(requestNo)
    if (before === undefined) {
      run(order)
      order.requests.set(requestNo, what)
    } else if (before !== what) throw new Refusal('A0506')
    return order
  }
  const mayChange = (order: Order, now: number, { rule }: Source): void => {
    if (order.status !== '10' && order.status !== '20') throw new Refusal('B2002')
    if (order.status === '20' && now > beginOf(order) - rule.cancelHours * HOUR_MS) throw new Refusal('B2004', { limit: rule.cancelHours })
  }
  const endWaitingOf = ({ waitNo }: Order): void => {
    const waiting = waitNo === null ? undefined : waits.get(waitNo)
    if (waiting) memory.endWaiting(waiting)
  }

  return {
    find,
    lock: (wish: LockWish, now: number): Order => {
      const { orderNo, siteCode, bizCode, bizDate, begin, periods, bookerId, visitorId, visitorName, matters } = wish
      const content = JSON.stringify([siteCode, bizCode, bizDate, begin, periods, bookerId, visitorId, matters])
      const before = orders.get(orderNo)
      if (before) {
        if (before.content !== content) throw new Refusal('A0506')
        return before
      }
      const source = memory.find(siteCode, bizCode, bizDate)
      const wished = source.periods.find((one) => one.begin === begin)
      const last = source.periods[source.periods.findIndex((one) => one.begin === begin) + periods - 1]
      if (!wished || !last) throw new Refusal('B1002')
      visitors.check(visitorId, { siteCode, bizCode, bizDate, begin, end: last.end }, now)
      const end = room(source, begin, periods)
      const order: Order = {
        orderNo, siteCode, bizCode, bizDate, bookerId, visitorId, visitorName, matters, begin, end, status: '10', lockUntil: now + source.rule.lockMinutes * MINUTE_MS,
        late: false, ticketNo: '', callNo: '', waitNo: null, content, requests: new Map(), archived: false,
      }
      memory.enter(order)
      return order
    },
    confirm: (act: Act, now: number): Order => once(act, 'confirm', (order) => {
      if (order.status === '50') throw new Refusal('B2003')
      if (order.status !== '10') throw new Refusal('B2002')
      visitors.check(order.visitorId, order, now, order)
      memory.keep(order)
      endWaitingOf(order)
    }),
    cancel: (act: Act, now: number): Order => once(act, 'cancel', (order) => {
      const source = memory.sourceOf(order)
      mayChange(order, now, source)
      // Who declines an offer wants none.
      if (order.status === '10') endWaitingOf(order)
      memory.leave(order, '40')
      memory.dispatch(source, now)
    }),
    /** The new periods are taken before the old are let go, or nothing changes. The visit keeps its length. */
    change: (act: Act, bizDate: string, begin: number, now: number): Order => once(act, `change ${bizDate} ${begin}`, (order) => {
      const [old, source] = [memory.sourceOf(order), memory.find(order.siteCode, order.bizCode, bizDate)]
      if (order.status === '50') throw new Refusal('B2003')
      mayChange(order, now, old)
      const first = source.periods.find((one) => one.begin === begin)
      if (!first) throw new Refusal('B1002')
      const end = room(source, begin, Math.ceil((order.end - order.begin) / (first.end - first.begin)), order)
      visitors.check(order.visitorId, { siteCode: order.siteCode, bizCode: order.bizCode, bizDate, begin, end }, now, order, true)
      old.orders.delete(order)
      Object.assign(order, { bizDate, begin, end })
      source.orders.add(order)
      memory.dispatch(old, now)
    }),
    checkIn: (act: Act, now: number): Order => once(act, 'checkin', (order) => {
      if (order.status !== '20') throw new Refusal('B2002')
      const { rule } = memory.sourceOf(order)
      if (now < beginOf(order) - rule.earlyMinutes * MINUTE_MS) throw new Refusal('B2005', { limit: rule.earlyMinutes })
      order.status = '30'
      order.late = now > beginOf(order) + rule.lateMinutes * MINUTE_MS
    }),
    setTicket: (orderNo: string, ticketNo: string, callNo: string): void => { Object.assign(find(orderNo, null), { ticketNo, callNo }) },
    /** What is to come and what was in the last 90 days, the latest first; without places merely offered. */
    listOf: (bookerId: string, visitorIds: readonly string[], now: number): readonly Order[] =>
      [bookerId, ...visitorIds].flatMap((one) => visitors.ordersOf(one))
        .filter((order) => order.bookerId === bookerId && (visitors.bindsVisitor(order) || order.status === '60') && endOf(order) > now - LISTED_DAYS * DAY_MS)
        .sort((a, b) => beginOf(b) - beginOf(a)).slice(0, MOST_LISTED),
    dayOf: (siteCode: string, bizDate: string): readonly Order[] =>
      memory.sourcesOn(siteCode, bizDate).flatMap((source) => [...source.orders]).sort((a, b) => a.begin - b.begin || (a.orderNo < b.orderNo ? -1 : 1)),
    /** Who was booked and did not come stayed away; holds lapse, nobody waits any longer. Gives how many orders it ended. */
    closeDay: (siteCode: string, bizDate: string): number => {
      let ended = 0
      for (const source of memory.sourcesOn(siteCode, bizDate)) {
        for (const waiting of source.waits) memory.endWaiting(waiting)
        for (const order of [...source.orders].filter(({ archived }) => !archived)) {
          ended += 1
          order.archived = true
          if (order.status === '10') memory.lapse(order)
          if (order.status !== '20') continue
          order.status = '60'
          visitors.absent(order)
        }
      }
      return ended
    },
  }
}
export type Orders = ReturnType<typeof createOrders>
