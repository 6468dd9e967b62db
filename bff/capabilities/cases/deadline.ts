import type { CasePromise } from '@shared/cases'
import { serviceDay, startOfDay } from '@shared/time'
import type { LimitRecord, StopRecord, WorkCalendar } from './port'

const DAY_MS = 86_400_000
/** No limit of any item is longer. A promise that would be is taken for one that cannot be reckoned. */
const MOST_DAYS = 4_000

const after = (day: string): string => serviceDay(startOfDay(day) + DAY_MS)
/** From the day the clock was stopped to the day before it ran again; 行政许可法 art. 45 leaves these days out. */
const isStopped = (day: string, stops: readonly StopRecord[]): boolean => stops.some(({ from, until }) => day >= from && (until === null || day < until))

/** The day on which the last of so many counted days after `from` ends; null when it lies beyond reckoning. */
const dueDay = (from: string, days: number, counts: (day: string) => boolean): string | null => {
  let [day, counted] = [from, 0]
  for (let i = 0; i < MOST_DAYS && counted < days; i += 1) {
    day = after(day)
    if (counts(day)) counted += 1
  }
  return counted < days ? null : day
}

/** Counted days after `from`, `until` included; 0 when `until` lies before. */
const daysUsed = (from: string, until: string, counts: (day: string) => boolean): number => {
  let [day, used] = [from, 0]
  for (let i = 0; i < MOST_DAYS && day < until; i += 1) {
    day = after(day)
    if (counts(day)) used += 1
  }
  return used
}

/** A clock that runs by working days: a whole case's, or one department's. */
export interface Clocked { readonly startedOn: string | null; readonly limit: LimitRecord | null; readonly stops: readonly StopRecord[] }

/**
 * What was promised and how it stands today: counted in working days from the day after acceptance (行政许可法 art. 82), with
 * the days left out on which the clock stood. Null when nothing was promised.
 */
export const promiseOf = ({ startedOn, limit, stops }: Clocked, today: string, isWorkingDay: WorkCalendar): CasePromise | null => {
  if (!limit) return null
  const { promisedDays: days, statutoryDays } = limit
  const standing = stops.find(({ until }) => until === null)
  const stopped = standing ? { reason: standing.reason, since: standing.from, note: standing.note } : null
  if (startedOn === null) return { days, statutoryDays, by: null, daysLeft: null, stopped }
  const counts = (day: string): boolean => isWorkingDay(day) && !isStopped(day, stops)
  const by = dueDay(startedOn, days, counts)
  if (by === null && !stopped) return { days, statutoryDays, by, daysLeft: null, stopped }
  return { days, statutoryDays, by: stopped ? null : by, daysLeft: days - daysUsed(startedOn, today, counts), stopped }
}
