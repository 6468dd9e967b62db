import type { Redis } from 'ioredis'
import type { Hall } from '../../bff/capabilities/halls/config'
import { metrics, type Metric } from '../../bff/capabilities/supervision/port'
import { complaintsKey, hoursKey, monthKey } from '../../bff/engine/supervision/keys'
import { serviceDay, startOfDay, weekday } from '@shared/time'

const DAY_MS = 86_400_000
const YEAR_DAYS = 365
/** As long as the product keeps them. */
const HOURS_DAYS = 40
const COMPLAINT_DAYS = 70
const HOURS_OPEN = [9, 10, 11, 13, 14, 15, 16]
const WORDS = 400
const RATINGS_A_YEAR = 1_000_000

type Counts = Partial<Record<Metric, number>>
/** As add.lua packs a day. */
const packed = (counts: Counts): string => metrics.map((metric) => counts[metric] || '').join(',').replace(/,+$/, '')

/** What a part of the city of so many halls' worth of visits has in a day: a sum that can be held against what was written. */
const dayOf = (visits: number, ratings: number): Counts => {
  const bad = Math.round(ratings * 0.05)
  return { visits, l1: Math.ceil(bad / 2), l2: Math.floor(bad / 2), l3: Math.round(ratings * 0.1), l4: Math.round(ratings * 0.25), l5: Math.max(1, Math.round(ratings * 0.6)), called: visits, waitSeconds: visits * 900, overPromise: Math.round(visits * 0.08), rectified: bad, onTime: bad }
}

/** Writes figures as a year of work would have left them: each hall 175 visits a working day, and a million ratings in the city in all. Gives how many days. */
export const writeFigures = async (redis: Redis, halls: readonly Hall[], now: number, days: number): Promise<number> => {
  const back = Array.from({ length: days }, (_, ago) => serviceDay(now - ago * DAY_MS)).filter((day, ago) => ago === 0 || ![0, 6].includes(weekday(startOfDay(day))))
  const months = grouped(back)
  const perHall = RATINGS_A_YEAR / (YEAR_DAYS * 5 / 7) / halls.length
  const districts = new Map<string, number>()
  for (const { district } of halls) districts.set(district, (districts.get(district) ?? 0) + 1)
  const scopes: [string, Counts][] = [
    ['city', dayOf(175 * halls.length, perHall * halls.length)], ...[...districts].map(([district, count]): [string, Counts] => [`d.${district}`, dayOf(175 * count, perHall * count)]),
    ...halls.flatMap(({ hallId, windows }): [string, Counts][] => [[`h.${hallId}`, dayOf(175, perHall)], ...windows.slice(0, 5).map(({ windowId }): [string, Counts] => [`w.${hallId}.${windowId}`, dayOf(35, perHall / 5)])]),
  ]
  for (let from = 0; from < scopes.length; from += 500) {
    await Promise.all(scopes.slice(from, from + 500).flatMap(([scope, counts]) => [...months].map(([month, its]) => redis.hset(monthKey(scope, month), Object.fromEntries(its.map((day) => [day.slice(6), packed(counts)]))))))
  }
  const areas = scopes.filter(([scope]) => !scope.startsWith('w.'))
  for (const [i, day] of back.entries()) {
    if (i < Math.min(days, HOURS_DAYS)) await Promise.all(areas.map(([scope, { called = 0 }]) => redis.hset(hoursKey(scope, day), Object.fromEntries(HOURS_OPEN.flatMap((hour) => [[`${hour}.called`, Math.round(called / 7)], [`${hour}.waitSeconds`, called * 130], [`${hour}.overPromise`, Math.round(called * 0.01)]])))))
    if (i < Math.min(days, COMPLAINT_DAYS)) await Promise.all(areas.map(([scope]) => redis.hset(complaintsKey(scope, day), complaintsOf(scope))))
  }
  return back.length
}

const complaintsOf = (scope: string): Record<string, number> => {
  const words = scope === 'city' ? WORDS : scope.startsWith('d.') ? WORDS / 4 : 3
  return Object.fromEntries([...['115', '110', '209', '214'].map((tag) => [`t.${tag}`, 3]), ...Array.from({ length: words }, (_, i) => [`w.词${i}`, 1 + i % 7])])
}

const grouped = (days: readonly string[]): Map<string, string[]> => {
  const months = new Map<string, string[]>()
  for (const day of days) months.set(day.slice(0, 6), [...months.get(day.slice(0, 6)) ?? [], day])
  return months
}
