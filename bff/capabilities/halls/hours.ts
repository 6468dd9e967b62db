import { dateTime, serviceDay, startOfDay, weekday } from '@shared/time'
import { isStatutoryHoliday, isWorkingWeekend } from '../../platform/workingDays'
import type { Hall } from './schema'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const FORESIGHT_DAYS = 14

/** All instants in milliseconds since the epoch. */
export interface HoursNow {
  readonly open: boolean
  /** When closed: the next opening within two weeks, which outlasts every holiday. */
  readonly opensAt: number | null
  /** When open: the end of this stretch. */
  readonly closesAt: number | null
  /**
   * When tickets of this service day that still wait expire: the end of its last stretch and the hall's grace, never past
   * the day. Null when the hall does not open on it.
   */
  readonly expiresAt: number | null
}

type Scheduled = Pick<Hall, 'weeklyHours' | 'closedDates' | 'calendar' | 'expireAfterClosingMinutes'>
interface Span { readonly from: number; readonly until: number }

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** On a working weekend a hall keeps the hours of its first working weekday. */
const weekdayHours = (hall: Scheduled, date: string, day: number): Hall['weeklyHours'][number] => {
  const usual = hall.weeklyHours[day] ?? []
  if (hall.calendar === 'none') return usual
  if (isStatutoryHoliday(date)) return []
  return usual.length === 0 && isWorkingWeekend(date) ? hall.weeklyHours.find((hours) => hours.length > 0) ?? [] : usual
}

/**
 * The stretches of the day that begins at `dayStart`, none on a closed date or a statutory holiday.
 * @param weeklyHours others than the hall's, for what it does at other times
 */
export const spansOf = (hall: Scheduled, dayStart: number, weeklyHours = hall.weeklyHours): readonly Span[] => {
  const date = dateTime(dayStart).slice(0, 10)
  if (hall.closedDates.includes(date)) return []
  return weekdayHours({ ...hall, weeklyHours }, date, weekday(dayStart)).map(([from, until]) => ({
    from: dayStart + minutes(from) * MINUTE_MS, until: dayStart + minutes(until) * MINUTE_MS,
  }))
}

/** Whether a hall is open at an instant, and when that changes. A stretch holds its first instant and not its last. */
export const hoursAt = (hall: Scheduled, now: number): HoursNow => {
  const dayStart = startOfDay(serviceDay(now))
  const today = spansOf(hall, dayStart)
  const current = today.find(({ from, until }) => from <= now && now < until)
  const dayEndsAt = today.at(-1)?.until ?? null
  return {
    open: current !== undefined,
    opensAt: current ? null : nextOpening(hall, now, dayStart),
    closesAt: current?.until ?? null,
    expiresAt: dayEndsAt === null ? null : Math.min(dayEndsAt + hall.expireAfterClosingMinutes * MINUTE_MS, dayStart + DAY_MS),
  }
}

const nextOpening = (hall: Scheduled, now: number, dayStart: number): number | null => {
  for (let day = 0; day <= FORESIGHT_DAYS; day += 1) {
    const next = spansOf(hall, dayStart + day * DAY_MS).find(({ from }) => from > now)
    if (next) return next.from <= now + FORESIGHT_DAYS * DAY_MS ? next.from : null
  }
  return null
}

/**
 * The instant at which the hall will have been open for `minutes` more minutes of today: over the midday break when there
 * is one. Null when the day ends before.
 */
export const afterOpenMinutes = (hall: Scheduled, now: number, minutes: number): number | null => {
  let left = minutes * MINUTE_MS
  for (const { from, until } of spansOf(hall, startOfDay(serviceDay(now)))) {
    const begins = Math.max(from, now)
    if (begins + left <= until) return begins + left
    left -= Math.max(0, until - begins)
  }
  return null
}
