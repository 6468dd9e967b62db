import type { OrderDetail, OrderProgress, OrderSummary } from '@shared/orders'
import { checkingSteps, endedOrders, handlingSteps, orderSteps } from '@shared/orderStates'
import type { StoredRating } from '../port'
import { workingDaysLeft } from './deadlines'
import type { LocalName, OrderRecord, WorkCalendar } from './port'

export interface Viewing { readonly now: number; readonly isWorkingDay: WorkCalendar; readonly hallName: (hallId: string) => LocalName }
export type StepOfStaff = OrderDetail['may'][number]
export interface Looker { readonly account: string; readonly role: 'clerk' | 'supervisor' | 'operator' }

const isOverdue = ({ dueAt, state }: OrderRecord, now: number): boolean => dueAt !== null && !endedOrders.includes(state) && dueAt < now
const isHandling = (step: StepOfStaff): boolean => (handlingSteps as readonly string[]).includes(step)
export const sideOf = (step: StepOfStaff): 'handle' | 'check' => (isHandling(step) ? 'handle' : 'check')

/** What somebody may do with an order now: the rated one appeal, others either handle or check it. */
export const allowed = (order: OrderRecord, { account, role }: Looker): StepOfStaff[] => {
  if (role === 'operator') return []
  return [...handlingSteps, ...checkingSteps].filter((step) => {
    if (!(order.state in orderSteps[step])) return false
    if (role === 'clerk' || account === order.clerk) return step === 'appeal' && account === order.clerk
    return !(isHandling(step) ? order.checkers : order.handlers).includes(account)
  })
}

export const summaryOf = (order: OrderRecord, { rating, rated }: StoredRating, { now, isWorkingDay, hallName }: Viewing): OrderSummary => ({
  ratingId: order.ratingId, hallId: rated.hallId, hallName: hallName(rated.hallId), windowId: rated.windowId, business: rated.item?.name ?? rated.lineName,
  level: rating.level, tags: [...rating.tags], state: order.state, openedAt: order.openedAt, dueAt: order.dueAt, overdue: isOverdue(order, now),
  daysLeft: order.dueAt === null ? null : workingDaysLeft(now, order.dueAt, isWorkingDay), leader: order.leader,
})

/** The rated one is never shown who rated, nor what only those who rated would recognise: photos. */
export const detailOf = (order: OrderRecord, stored: StoredRating, looker: Looker, viewing: Viewing): OrderDetail => {
  const about = looker.role === 'clerk' || looker.account === order.clerk
  return {
    ...summaryOf(order, stored, viewing), office: viewing.hallName(stored.rated.hallId), text: stored.rating.text, photos: about ? [] : [...stored.rating.photos],
    rater: about ? null : stored.shownAs, satisfied: order.satisfied, steps: order.steps.map((step) => ({ ...step })), may: allowed(order, looker),
  }
}

/** What the office says among themselves: an appeal and its review. */
const INSIDE = new Set(['appeal', 'uphold', 'withdraw'])

export const progressOf = (order: OrderRecord, { rated }: StoredRating, { now, hallName }: Viewing): OrderProgress => ({
  state: order.state, office: hallName(rated.hallId), dueAt: order.dueAt, overdue: isOverdue(order, now), leader: order.leader,
  steps: order.steps.map(({ at, step, text }) => ({ at, step, text: INSIDE.has(step) ? '' : text })), asks: order.state === 'replied',
})
