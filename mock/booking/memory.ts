import { createHash } from 'node:crypto'
import { Refusal } from './codes'
import { earliest, hasRoom, type Order, type Source, type Waiting } from './source'
import { dateOf, DAY_MS, MINUTE_MS } from './times'
import { createVisitors } from './visitors'

/** Older days are forgotten. */
const KEPT_DAYS = 100
const keyOf = (siteCode: string, bizCode: string, bizDate: string): string => `${siteCode} ${bizCode} ${bizDate}`

/** All that the platform knows, and what happens of itself as time passes. */
export const createMemory = () => {
  const sources = new Map<string, Source>()
  const orders = new Map<string, Order>()
  const waits = new Map<string, Waiting>()
  const held = new Set<Order>()
  const visitors = createVisitors()
  let today = ''

  const find = (siteCode: string, bizCode: string, bizDate: string): Source => {
    const source = sources.get(keyOf(siteCode, bizCode, bizDate))
    if (!source) throw new Refusal('B1001')
    return source
  }
  const sourceOf = ({ siteCode, bizCode, bizDate }: Pick<Order, 'siteCode' | 'bizCode' | 'bizDate'>): Source => find(siteCode, bizCode, bizDate)

  const enter = (order: Order): void => {
    orders.set(order.orderNo, order)
    visitors.add(order)
    sourceOf(order).orders.add(order)
    if (order.status === '10') held.add(order)
  }
  /** Its places go back; it can still be read. */
  const leave = (order: Order, status: '40' | '50'): void => {
    order.status = status
    held.delete(order)
    sourceOf(order).orders.delete(order)
  }
  const endWaiting = (waiting: Waiting): void => {
    waiting.status = '3'
    const source = sourceOf(waiting)
    source.waits = source.waits.filter((one) => one !== waiting)
  }
  /** Who let an offer lapse waits on, behind the others. */
  const lapse = (order: Order): void => {
    leave(order, '50')
    const waiting = order.waitNo === null ? undefined : waits.get(order.waitNo)
    if (waiting?.status !== '2') return
    Object.assign(waiting, { status: '1', orderNo: null })
    const source = sourceOf(waiting)
    source.waits = [...source.waits.filter((one) => one !== waiting), waiting]
  }

  const offer = (source: Source, waiting: Waiting, begin: number, end: number, now: number): void => {
    const orderNo = createHash('sha256').update(`${waiting.waitNo} ${now} ${begin}`).digest('hex').slice(0, 20)
    const { siteCode, bizCode, bizDate, bookerId, visitorId, visitorName, matters, waitNo } = waiting
    enter({
      orderNo, siteCode, bizCode, bizDate, bookerId, visitorId, visitorName, matters, begin, end, status: '10', lockUntil: now + source.rule.offerMinutes * MINUTE_MS,
      late: false, ticketNo: '', callNo: '', waitNo, content: '', requests: new Map(), archived: false,
    })
    Object.assign(waiting, { status: '2', orderNo, offers: (waiting.offerDate === dateOf(now) ? waiting.offers : 0) + 1, offerDate: dateOf(now) })
  }
  /** Offers what is free to those who wait, in their order, one place to one of them. */
  const dispatch = (source: Source, now: number): void => {
    for (const waiting of source.waits) {
      const offers = waiting.offerDate === dateOf(now) ? waiting.offers : 0
      if (waiting.status !== '1' || offers >= source.rule.offersADay) continue
      for (const { begin } of source.periods) {
        if (begin < Math.max(earliest(source, now), waiting.begin)) continue
        const end = hasRoom(source, begin, waiting.periods)
        if (end === null || end > waiting.end) continue
        offer(source, waiting, begin, end, now)
        break
      }
    }
  }
  const forgetOld = (now: number): void => {
    if (today === dateOf(now)) return
    today = dateOf(now)
    const oldest = dateOf(now - KEPT_DAYS * DAY_MS)
    for (const [key, { bizDate }] of sources) if (bizDate < oldest) sources.delete(key)
    for (const [waitNo, { bizDate }] of waits) if (bizDate < oldest) waits.delete(waitNo)
    for (const [orderNo, order] of orders) {
      if (order.bizDate >= oldest) continue
      orders.delete(orderNo)
      held.delete(order)
      visitors.remove(order)
    }
  }

  return {
    orders, waits, visitors, find, sourceOf, enter, leave, lapse, endWaiting, dispatch,
    /** It is no longer merely held. */
    keep: (order: Order): void => {
      Object.assign(order, { status: '20', lockUntil: null })
      held.delete(order)
    },
    put: (source: Pick<Source, 'siteCode' | 'bizCode' | 'bizDate' | 'rule' | 'periods'>): Source => {
      const key = keyOf(source.siteCode, source.bizCode, source.bizDate)
      const known = sources.get(key) ?? { ...source, closed: new Set<number>(), orders: new Set<Order>(), waits: [] }
      sources.set(key, Object.assign(known, { rule: source.rule, periods: source.periods }))
      return known
    },
    sourcesOn: (siteCode: string, bizDate: string): readonly Source[] => [...sources.values()].filter((one) => one.siteCode === siteCode && one.bizDate === bizDate),
    /** What a platform's own timers do: ends the holds that are over and offers their places. */
    catchUp: (now: number): void => {
      forgetOld(now)
      for (const order of held) if ((order.lockUntil ?? 0) <= now) lapse(order)
      for (const source of sources.values()) if (source.waits.length > 0) dispatch(source, now)
    },
  }
}
export type Memory = ReturnType<typeof createMemory>
