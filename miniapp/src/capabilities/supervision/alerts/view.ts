import type { LocalText } from '@shared/endpoint'
import type { Alert } from '@shared/supervision'
import type { Translate } from '@/i18n'
import type { alertKindTexts, alertTexts, alertTodoTexts } from '@/i18n/supervision'
import { signOf } from '@/i18n/windowName'

export interface AlertWords {
  readonly say: Translate<typeof alertTexts>
  readonly kind: Translate<typeof alertKindTexts>
  readonly todo: Translate<typeof alertTodoTexts>
  readonly local: (text: LocalText) => string
}

/** Above so many minutes, hours are said. */
const AS_HOURS = 120

export interface AlertView {
  readonly title: string
  readonly todo: string
  /** Whose figures tell more; null where a work order does. */
  readonly scope: string | null
  readonly ratingId: string | null
}

/** An alert in words: where, what, and what to do about it. */
export const alertView = ({ kind, hallId, hallName, windowId, lineId, ratingId, amount }: Alert, { say, kind: name, todo, local }: AlertWords): AlertView => {
  const place = [local(hallName), windowId === null ? lineId : local(signOf(null, windowId))].filter((part) => part !== null).join(' · ')
  const lasting = amount >= AS_HOURS ? say('hours', { n: Math.round(amount / 60) }) : say('minutes', { n: amount })
  const isOrder = kind === 'order-due' || kind === 'order-overdue'
  return {
    title: name(kind, { place, amount: isOrder ? lasting : amount }), todo: todo(kind), ratingId: isOrder ? ratingId : null,
    scope: isOrder ? null : windowId === null ? `h.${hallId}` : `w.${hallId}.${windowId}`,
  }
}

/** How many were not looked at yet. */
export const unseenOf = (alerts: readonly Alert[], seen: readonly string[]): number => alerts.filter(({ alertId }) => !seen.includes(alertId)).length
