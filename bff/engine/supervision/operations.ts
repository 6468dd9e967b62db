import { endedOrders } from '@shared/orderStates'
import { metrics, type Increment } from '../../capabilities/supervision/port'
import { badKey, complaintsKey, hoursKey, monthKey, orderStatesKey, scopeOrdersKey } from './keys'

const DAY_S = 86_400
/** The curve of a day is looked at for some weeks, complaints for a month's bulletin, a window's bad ratings on their day. */
const HOURS_TTL = 40 * DAY_S
const COMPLAINTS_TTL = 70 * DAY_S
const BAD_TTL = 10 * DAY_S

type Part = string | number
type Other = Exclude<Increment, { kind: 'day' | 'hour' | 'complaint' }>
interface Count { readonly key: string; readonly field: string; readonly ttl: number; readonly by: number }

/** Increments in the words of add.lua: what concerns one day of a scope in one operation, counts of the same thing in one. */
export const operationsOf = (increments: readonly Increment[]): Part[] => {
  const days = new Map<string, { readonly scope: string; readonly day: string; readonly by: Map<number, number> }>()
  const counts = new Map<string, Count>()
  const others: Part[] = []
  for (const one of increments) {
    if (one.kind === 'day') {
      const name = `${one.scope} ${one.day}`
      const found = days.get(name) ?? { scope: one.scope, day: one.day, by: new Map<number, number>() }
      days.set(name, found)
      const place = 1 + metrics.indexOf(one.metric)
      found.by.set(place, (found.by.get(place) ?? 0) + one.by)
    } else if (one.kind === 'hour' || one.kind === 'complaint') {
      const [key, field, ttl] = one.kind === 'hour' ? [hoursKey(one.scope, one.day), `${one.hour}.${one.metric}`, HOURS_TTL] as const
        : [complaintsKey(one.scope, one.day), `${one.of === 'tag' ? 't' : 'w'}.${one.name}`, COMPLAINTS_TTL] as const
      const name = `${key} ${field}`
      counts.set(name, { key, field, ttl, by: (counts.get(name)?.by ?? 0) + one.by })
    } else others.push(...operationOf(one))
  }
  return [
    ...[...days.values()].flatMap(({ scope, day, by }) => ['D', monthKey(scope, day.slice(0, 6)), day.slice(6), by.size, ...[...by].flat()]),
    ...[...counts.values()].flatMap(({ key, field, by, ttl }) => ['H', key, field, by, ttl]), ...others,
  ]
}

const operationOf = (one: Other): Part[] => {
  switch (one.kind) {
    case 'order': {
      const ended = endedOrders.includes(one.to)
      return [
        ...(one.from === null ? [] : ['H', orderStatesKey(one.scope), one.from, -1, 0]), 'H', orderStatesKey(one.scope), one.to, 1, 0,
        ...(ended ? ['R', scopeOrdersKey(one.scope, false), one.ratingId, 'Z', scopeOrdersKey(one.scope, true), one.at, one.ratingId]
          : ['Z', scopeOrdersKey(one.scope, false), one.dueAt ?? 0, one.ratingId]),
      ]
    }
    case 'badAtWindow': {
      const { day, hallId, windowId, at, by, tellAt } = one
      const alertId = `bad-ratings.${day}.${hallId}.${windowId}`
      return ['B', badKey(day), `${hallId}.${windowId}`, by, BAD_TTL, tellAt, alertId, at, JSON.stringify({ alertId, at, kind: 'bad-ratings', hallId, windowId, lineId: null, ratingId: null, amount: tellAt })]
    }
    case 'alert': return ['A', one.alert.alertId, one.alert.at, JSON.stringify(one.alert)]
  }
}
