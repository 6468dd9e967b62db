import { hallOfTicket } from '@shared/ids'
import { isBadRating } from '@shared/ratingTags'
import { minuteOfDay } from '@shared/time'
import type { Facts, Increment, Metric, QueueEvent, RatingEvent, StoredAlert } from './port'

export const scopeOfHall = (hallId: string): string => `h.${hallId}`
const scopeOfWindow = (hallId: string, windowId: string): string => `w.${hallId}.${windowId}`
const areas = (district: string, hallId: string): string[] => ['city', `d.${district}`, scopeOfHall(hallId)]

/** Everything whose figures a rating is in. */
export const scopesOf = ({ district, hallId, windowId, department, item }: Facts): string[] => [
  ...areas(district, hallId), ...(windowId === null ? [] : [scopeOfWindow(hallId, windowId)]),
  ...(department === null ? [] : [`o.${department}`]), ...(item === null ? [] : [`i.${item}`]),
]

const levels = ['l1', 'l2', 'l3', 'l4', 'l5'] as const
const perScope = (facts: Facts, metric: Metric, by: number): Increment[] => scopesOf(facts).map((scope) => ({ kind: 'day', scope, day: facts.day, metric, by }))

/** A rating that comes in (1) or goes out (-1). One by default is no active one: it has a count of its own, and no level. */
const weigh = (facts: Facts, at: number, by: 1 | -1, tellAt: number): Increment[] => {
  if (facts.source === 'DEFAULT') return perScope(facts, 'byDefault', by)
  const { day, hallId, district, windowId } = facts
  const bad = isBadRating(facts.level)
  const complaints = [...facts.tags.map((name) => ({ of: 'tag', name }) as const), ...facts.words.map((name) => ({ of: 'word', name }) as const)]
  return [
    ...perScope(facts, levels[facts.level - 1] as Metric, by),
    ...(bad ? areas(district, hallId).flatMap((scope) => complaints.map((one): Increment => ({ kind: 'complaint', scope, day, ...one, by }))) : []),
    ...(bad && windowId !== null ? [{ kind: 'badAtWindow', day, hallId, windowId, at, by, tellAt } as const] : []),
  ]
}

/** What a rating's order counts for leaves the figures with the rating. */
const uncount = (facts: Facts, had: { readonly rectified: boolean; readonly onTime: boolean; readonly satisfied: boolean | null }): Increment[] => [
  ...(had.rectified ? perScope(facts, 'rectified', -1) : []), ...(had.onTime ? perScope(facts, 'onTime', -1) : []),
  ...(had.satisfied === null ? [] : perScope(facts, 'revisited', -1)), ...(had.satisfied ? perScope(facts, 'satisfied', -1) : []),
]

const alertOf = (event: RatingEvent, kind: 'order-due' | 'order-overdue', dueAt: number): Increment => ({
  kind: 'alert', alert: {
    alertId: `${kind}.${event.ratingId}.${dueAt}`, at: event.at, kind, hallId: hallOfTicket(event.ratingId), windowId: event.facts.windowId, lineId: null, ratingId: event.ratingId,
    amount: Math.max(0, Math.round(Math.abs(dueAt - event.at) / 60_000)),
  } satisfies StoredAlert,
})

/** What one change of a rating or its order adds to the figures. All of it counts on the day the rating was given. */
export const ratingIncrements = (event: RatingEvent, tellAt: number): Increment[] => {
  const { at, facts, ratingId } = event
  switch (event.type) {
    case 'rate': return weigh(facts, at, 1, tellAt)
    case 'change': return [...weigh(event.before, at, -1, tellAt), ...weigh(facts, at, 1, tellAt)]
    case 'delete': return event.counted ? weigh(facts, at, -1, tellAt) : []
    case 'warn': return [alertOf(event, 'order-due', event.dueAt)]
    case 'step': {
      const { step, from, to, dueAt, had, rectified, satisfied, was } = event
      if (step === 'escalate') return [alertOf(event, 'order-overdue', dueAt ?? at)]
      return [
        ...areas(facts.district, facts.hallId).map((scope): Increment => ({ kind: 'order', scope, ratingId, at, from, to, dueAt })),
        ...(rectified === null ? [] : perScope(facts, 'rectified', 1)), ...(rectified ? perScope(facts, 'onTime', 1) : []),
        ...(satisfied === null ? [] : [
          ...(was === null ? perScope(facts, 'revisited', 1) : []), ...perScope(facts, 'satisfied', Number(satisfied) - Number(was ?? false)),
        ].filter((one) => one.kind !== 'day' || one.by !== 0)),
        ...(step === 'withdraw' ? [...weigh(facts, at, -1, tellAt), ...perScope(facts, 'withdrawn', 1)] : []),
        ...(step === 'withdraw' || step === 'drop' ? uncount(facts, had) : []),
      ]
    }
  }
}

export interface QueuePlace {
  readonly hallId: string; readonly district: string; readonly day: string
  /** The promised wait, minutes. */
  readonly promisedMinutes: number
  /** The 31-character code of an item of ours; null when it has none. */
  readonly codeOf: (itemId: string) => string | null
}

/** What one change of a queue adds to the figures of its day. */
export const queueIncrements = (event: QueueEvent, { hallId, district, day, promisedMinutes, codeOf }: QueuePlace): Increment[] => {
  if (event.type === 'finish') {
    const code = event.itemId === null ? null : codeOf(event.itemId)
    const scopes = [
      ...areas(district, hallId), ...(event.windowId === null ? [] : [scopeOfWindow(hallId, event.windowId)]), ...(code === null ? [] : [`o.${code.slice(0, 18)}`, `i.${code}`]),
    ]
    return scopes.map((scope) => ({ kind: 'day', scope, day, metric: 'visits', by: 1 }))
  }
  if (event.takenAt === null) return []
  const seconds = Math.max(0, Math.round((event.at - event.takenAt) / 1000))
  const hour = Math.floor(minuteOfDay(event.at) / 60)
  const added = [['called', 1], ['waitSeconds', seconds], ...(seconds > promisedMinutes * 60 ? [['overPromise', 1] as const] : [])] as const
  return [...areas(district, hallId), scopeOfWindow(hallId, event.windowId)].flatMap((scope) => added.flatMap(([metric, by]): Increment[] => [
    { kind: 'day', scope, day, metric, by }, ...(scope.startsWith('w.') ? [] : [{ kind: 'hour', scope, day, hour, metric, by } as const]),
  ]))
}
