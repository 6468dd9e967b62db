import type { OrderSummary } from '@shared/orders'
import { endedOrders } from '@shared/orderStates'
import type { Translate } from '@/i18n'
import type { orderTexts } from '@/i18n/supervision'
import type { TagTone } from '@/ui'

export type SayOrder = Translate<typeof orderTexts>

/** How long there is for the next step, in words; null when nothing is due. Days are working days. */
export const dueWords = ({ state, daysLeft, overdue }: Pick<OrderSummary, 'state' | 'daysLeft' | 'overdue'>, say: SayOrder): { readonly text: string; readonly tone: TagTone } | null => {
  if (daysLeft === null || endedOrders.includes(state)) return null
  if (overdue) return { text: daysLeft < 0 ? say('late', { n: -daysLeft }) : say('lateToday'), tone: 'now' }
  return daysLeft <= 0 ? { text: say('today'), tone: 'attention' } : { text: say('left', { n: daysLeft }), tone: daysLeft === 1 ? 'attention' : 'plain' }
}

/** Who took a step: an account, or whom the system names. */
export const whoOf = (by: string, say: SayOrder): string => (by === 'citizen' || by === 'system' ? say(by) : by)
