import type { Bulletin } from '@shared/bulletins'
import { serviceDay, startOfDay, weekday } from '@shared/time'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export type Kind = Bulletin['kind']
/** A stretch of whole service days, both ends in it. */
export interface Period { readonly kind: Kind; readonly from: string; readonly to: string }

export const kinds: readonly Kind[] = ['daily', 'weekly', 'monthly']
const dayBefore = (day: string): string => serviceDay(startOfDay(day) - DAY_MS)

/** The day, the week from Monday, or the month that a day lies in. */
export const periodOf = (kind: Kind, day: string): Period => {
  if (kind === 'daily') return { kind, from: day, to: day }
  if (kind === 'weekly') {
    const monday = startOfDay(day) - (weekday(startOfDay(day)) + 6) % 7 * DAY_MS
    return { kind, from: serviceDay(monday), to: serviceDay(monday + 6 * DAY_MS) }
  }
  const from = `${day.slice(0, 6)}01`
  // Thirty-one days later lies in the next month, whatever the month.
  return { kind, from, to: dayBefore(`${serviceDay(startOfDay(from) + 31 * DAY_MS).slice(0, 6)}01`) }
}

export const periodBefore = ({ kind, from }: Period): Period => periodOf(kind, dayBefore(from))
export const bulletinIdOf = ({ kind, from }: Period): string => `${kind}-${from}`

export const daysOf = ({ from, to }: Pick<Period, 'from' | 'to'>): string[] => {
  const days: string[] = []
  for (let at = startOfDay(from); at <= startOfDay(to); at += DAY_MS) days.push(serviceDay(at))
  return days
}

/** The latest periods whose bulletin is due by now, latest first: it is made in the given hour of the day after. */
export const duePeriods = (kind: Kind, now: number, hour: number, most: number): Period[] => {
  let period = periodOf(kind, serviceDay(now - hour * HOUR_MS))
  const due: Period[] = []
  for (let i = 0; i < most; i += 1) {
    period = periodBefore(period)
    due.push(period)
  }
  return due
}
