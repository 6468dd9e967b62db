import { Refusal } from './codes'
import { beginOf, endOf, keepsPlace, type Order } from './source'
import { DAY_MS, stampOf } from './times'

/** The platform's rules about people, the same at every site. */
const MOST_TO_COME = 5
const ABSENCES = 3
const ABSENCE_DAYS = 90
const BAN_DAYS = 30

interface Visitor { readonly orders: Set<Order>; absences: readonly number[]; bannedUntil: number }
interface Wish { readonly siteCode: string; readonly bizCode: string; readonly bizDate: string; readonly begin: number; readonly end: number }

/** What each visitor has anywhere in the city, and how often they stayed away. */
export const createVisitors = () => {
  const known = new Map<string, Visitor>()
  const of = (visitorId: string): Visitor => {
    const visitor = known.get(visitorId) ?? { orders: new Set(), absences: [], bannedUntil: 0 }
    known.set(visitorId, visitor)
    return visitor
  }
  /** Binds its visitor: a place merely offered does not. */
  const binds = (order: Order): boolean => keepsPlace(order) && (order.status !== '10' || order.waitNo === null)

  return {
    add: (order: Order): void => { of(order.visitorId).orders.add(order) },
    remove: (order: Order): void => { of(order.visitorId).orders.delete(order) },
    /** Refuses what the visitor may not have besides what they have. @param but an order that is confirmed or replaced */
    check: (visitorId: string, wish: Wish, now: number, but?: Order, isMove = false): void => {
      const { orders, bannedUntil } = of(visitorId)
      if (bannedUntil > now && !isMove) throw new Refusal('B3004', { until: stampOf(bannedUntil) })
      const toCome = [...orders].filter((order) => order !== but && binds(order) && endOf(order) > now)
      if (toCome.some((order) => order.siteCode === wish.siteCode && order.bizCode === wish.bizCode && order.bizDate === wish.bizDate)) throw new Refusal('B3001')
      if (toCome.some((order) => beginOf(order) < endOf(wish) && beginOf(wish) < endOf(order))) throw new Refusal('B3002')
      if (toCome.length >= MOST_TO_COME) throw new Refusal('B3003')
    },
    absent: (order: Order): void => {
      const visitor = of(order.visitorId)
      const at = beginOf(order)
      visitor.absences = [...visitor.absences.filter((one) => one >= at - ABSENCE_DAYS * DAY_MS), at]
      if (visitor.absences.length >= ABSENCES) visitor.bannedUntil = at + BAN_DAYS * DAY_MS
    },
    credit: (visitorId: string, now: number): { absences: number; bannedUntil: number | null } => {
      const { absences, bannedUntil } = of(visitorId)
      return { absences: absences.filter((at) => at >= now - ABSENCE_DAYS * DAY_MS).length, bannedUntil: bannedUntil > now ? bannedUntil : null }
    },
    ordersOf: (visitorId: string): readonly Order[] => [...of(visitorId).orders],
    bindsVisitor: binds,
  }
}
export type Visitors = ReturnType<typeof createVisitors>
