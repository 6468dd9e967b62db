import type { LocalText } from '@shared/endpoint'
import type { OrderProgress } from '@shared/orders'
import { clockTime, serviceDay } from '@shared/time'
import type { Translate } from '@/i18n'
import type { DayName } from '@/i18n/dayName'
import type { orderNextTexts, orderStateTexts, orderStepTexts, orderTexts } from '@/i18n/ratings'

export interface OrderWords {
  readonly say: Translate<typeof orderTexts>
  readonly state: Translate<typeof orderStateTexts>
  readonly next: Translate<typeof orderNextTexts>
  readonly step: Translate<typeof orderStepTexts>
  readonly local: (text: LocalText) => string
  readonly dayName: DayName
}

export interface OrderStepView { readonly key: string; readonly title: string; readonly when: string; readonly text: string }
export interface OrderView {
  readonly headline: string
  readonly owner: string
  /** What is due and by which day; null when nothing is. */
  readonly due: { readonly text: string; readonly late: boolean } | null
  readonly leader: string | null
  /** What happened, oldest first. */
  readonly steps: readonly OrderStepView[]
  readonly asks: boolean
}

type Going = keyof typeof orderNextTexts
const ended = ['closed', 'withdrawn', 'dropped'] as const
const isGoing = (state: OrderProgress['state']): state is Going => !ended.some((one) => one === state)

const dueOf = ({ state, dueAt, overdue }: OrderProgress, words: OrderWords, beside: string): OrderView['due'] => {
  if (dueAt === null || !isGoing(state)) return null
  const parts = { day: words.dayName(serviceDay(dueAt), beside), what: words.next(state) }
  return { text: words.say(overdue ? 'overdue' : 'due', parts), late: overdue }
}

/** A work order for the citizen, in plain words: who has it, by when, who took it over, what happened. */
export const orderView = (order: OrderProgress, words: OrderWords): OrderView => {
  const { local, say } = words
  // Days are named beside the latest thing that happened: the phone's own clock may be wrong.
  const beside = serviceDay(Math.max(0, ...order.steps.map(({ at }) => at)))
  return {
    headline: words.state(order.state), owner: say('owner', { office: local(order.office) }), due: dueOf(order, words, beside),
    leader: order.leader && say('leader', { leader: local(order.leader) }), asks: order.asks,
    steps: order.steps.map(({ at, step, text }, index) => ({
      key: `${index}`, title: words.step(step), when: say('when', { day: words.dayName(serviceDay(at), beside), time: clockTime(at) }), text,
    })),
  }
}
