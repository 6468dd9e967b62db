import { dateTime, serviceDay, startOfDay, weekday } from '@shared/time'
import type { Hall } from './schema'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** All instants in milliseconds since the epoch. */
export interface HoursNow {
  readonly open: boolean
  /** When closed: the next opening within seven days. */
  readonly opensAt: number | null
  /** When open: the end of this stretch. */
  readonly closesAt: number | null
  /** The end of this service day's last stretch; null when the hall does not open on it. */
  readonly dayEndsAt: number | null
  /** When tickets still waiting expire: `dayEndsAt` and the hall's grace, never past the service day. */
  readonly expiresAt: number | null
}

type Scheduled = Pick<Hall, 'weeklyHours' | 'closedDates' | 'expireAfterClosingMinutes'>
interface Span { readonly from: number; readonly until: number }

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The stretches of the day that begins at `dayStart`, none on a closed date. */
const spansOf = (hall: Scheduled, dayStart: number): readonly Span[] => {
  if (hall.closedDates.length > 0 && hall.closedDates.includes(dateTime(dayStart).slice(0, 10))) return []
  return (hall.weeklyHours[weekday(dayStart)] ?? []).map(([from, until]) => ({
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
    dayEndsAt,
    expiresAt: dayEndsAt === null ? null : Math.min(dayEndsAt + hall.expireAfterClosingMinutes * MINUTE_MS, dayStart + DAY_MS),
  }
}

const nextOpening = (hall: Scheduled, now: number, dayStart: number): number | null => {
  for (let day = 0; day <= 7; day += 1) {
    const next = spansOf(hall, dayStart + day * DAY_MS).find(({ from }) => from > now)
    if (next) return next.from <= now + 7 * DAY_MS ? next.from : null
  }
  return null
}
