import { orderStates, type OrderState } from '@shared/orderStates'
import type { Complaint, Counts, FigureStore, HallNow, StoredAlert } from '../../capabilities/supervision/port'
import { metrics } from '../../capabilities/supervision/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { alertKey, alertsKey, complaintsKey, cursorsKey, hoursKey, leaseKey, monthKey, nowKey, orderStatesKey, scopeOrdersKey } from './keys'
import { operationsOf } from './operations'
import { figureScripts as scripts } from './scripts'


/** Longer than a queue's own log lives, or it would be counted again. */
const CURSORS_TTL = 90 * 86_400

/** The figures in Redis: counters, kept as events come; nothing is ever reckoned by looking through ratings. */
export const createFigures = (redis: Redis): FigureStore => ({
  cursors: (logs) => harmless(() => Promise.all(logs.map(({ hallId, day }) => redis.hget(cursorsKey(day), hallId)))),
  add: async (log, from, to, increments) => {
    const ttl = log.day === null ? 0 : CURSORS_TTL
    const [added] = accept(await scripts.add.run(redis, [cursorsKey(log.day), alertsKey, alertKey], [log.hallId, from ?? '', to, ttl, ...operationsOf(increments)])) as [number]
    return added === 1
  },
  counts: async (scopes, days) => {
    const months = [...new Set(days.map((day) => day.slice(0, 6)))].map((month) => ({ month, days: days.filter((day) => day.startsWith(month)) }))
    const found = await harmless(() => Promise.all(scopes.flatMap((scope) => months.map((one) => redis.hmget(monthKey(scope, one.month), ...one.days.map((day) => day.slice(6)))))))
    return scopes.map((_, i) => {
      const packed = new Map(months.flatMap((one, m) => one.days.map((day, d) => [day, found[i * months.length + m]?.[d] ?? ''] as const)))
      return days.map((day) => countsIn(packed.get(day) ?? ''))
    })
  },
  hours: async (scope, day) => {
    const fields = await harmless(() => redis.hgetall(hoursKey(scope, day)))
    const at = (hour: number, metric: string): number => Number(fields[`${hour}.${metric}`] ?? 0)
    const hours = [...new Set(Object.keys(fields).map((field) => Number(field.slice(0, field.indexOf('.')))))].sort((a, b) => a - b)
    return hours.map((hour) => ({ hour, called: at(hour, 'called'), waitSeconds: at(hour, 'waitSeconds'), overPromise: at(hour, 'overPromise') }))
  },
  complaints: async (scope, days) => {
    const found = await harmless(() => Promise.all(days.map((day) => redis.hgetall(complaintsKey(scope, day)))))
    const sums = new Map<string, number>()
    for (const fields of found) for (const [name, count] of Object.entries(fields)) sums.set(name, (sums.get(name) ?? 0) + Number(count))
    const of = (prefix: string): Complaint[] => [...sums].filter(([name, count]) => name.startsWith(prefix) && count > 0)
      .map(([name, count]) => ({ name: name.slice(2), count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    return { tags: of('t.'), words: of('w.') }
  },
  orderStates: async (scope) => {
    const values = await harmless(() => redis.hmget(orderStatesKey(scope), ...orderStates))
    return Object.fromEntries(orderStates.map((state, i) => [state, Number(values[i] ?? 0)])) as Record<OrderState, number>
  },
  dueBefore: (scope, until) => harmless(() => redis.zcount(scopeOrdersKey(scope, false), '-inf', `(${until}`)),
  ordersOf: (scope, ended, from, most) => harmless(() => (ended
    ? redis.zrevrange(scopeOrdersKey(scope, true), from, from + most - 1) : redis.zrange(scopeOrdersKey(scope, false), String(from), String(from + most - 1)))),
  alerts: (since) => harmless(async () => {
    const ids = await redis.zrevrangebyscore(alertsKey, '+inf', since)
    if (ids.length === 0) return []
    return (await redis.hmget(alertKey, ...ids)).flatMap((text) => (text ? [JSON.parse(text) as StoredAlert] : []))
  }),
  tell: (alert) => harmless(async () => {
    // One more log, whose cursor is the alert itself: told again, it is there already.
    if (await redis.hsetnx(alertKey, alert.alertId, JSON.stringify(alert)) === 1) await redis.zadd(alertsKey, alert.at, alert.alertId)
  }),
  keepNow: (halls) => harmless(async () => {
    if (halls.length > 0) await redis.hset(nowKey, Object.fromEntries(halls.map((hall) => [hall.hallId, JSON.stringify(hall)])))
  }),
  readNow: () => harmless(async () => (await redis.hvals(nowKey)).map((text) => JSON.parse(text) as HallNow)),
  lease: async (name, holder, ms) => {
    const [ours] = accept(await scripts.lease.run(redis, [leaseKey(name)], [holder, ms])) as [number]
    return ours === 1
  },
})

/** As add.lua packs them: numbers with commas between, nothing for 0, and none at the end. */
const countsIn = (packed: string): Counts => {
  const values = packed.split(',')
  return Object.fromEntries(metrics.map((metric, i) => [metric, Number(values[i] ?? 0)])) as unknown as Counts
}
