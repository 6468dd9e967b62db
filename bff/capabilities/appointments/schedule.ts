import { serviceDay, startOfDay } from '@shared/time'
import type { BookingHall, BookingHalls, BookingLine, BookingRule, DayOfLine } from './port'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** No holiday is longer than this. */
const LONGEST_BREAK_DAYS = 15
const HALLS_REMEMBERED = 20_000

const releaseMs = ({ releaseAt }: BookingRule): number => (Number(releaseAt.slice(0, 2)) * 60 + Number(releaseAt.slice(3, 5))) * MINUTE_MS
const dateOf = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
export const dayStartOf = (at: number): number => startOfDay(serviceDay(at))

/** A line that can be booked, with its rule. */
export interface Bookable { readonly hall: BookingHall; readonly line: BookingLine; readonly rule: BookingRule }

/**
 * Which days and slots a line has, and from when they may be booked. Days are working days of the hall; another one is
 * released at the rule's time of each working day, so that `horizonDays` after it are open. All by the instant given.
 */
export class Schedule {
  /** Working days around a day, by hall, line and that day. */
  private readonly known = new Map<string, readonly number[]>()
  constructor(private readonly halls: BookingHalls) {}

  worksOn({ hall, rule }: Bookable, dayStart: number): boolean {
    return !rule.closedDates.includes(dateOf(serviceDay(dayStart))) && this.halls.workOn(hall.hallId, dayStart, rule.hours).length > 0
  }

  /** The slots of a day; null when the hall does not work on it. */
  lineOn({ hall, line, rule }: Bookable, dayStart: number, now: number): DayOfLine | null {
    if (!this.worksOn({ hall, line, rule }, dayStart)) return null
    const length = rule.slotMinutes * MINUTE_MS
    const slots = this.halls.workOn(hall.hallId, dayStart, rule.hours).flatMap(({ from, until }) =>
      Array.from({ length: Math.floor((until - from) / length) }, (_, i) => (from - dayStart) / MINUTE_MS + i * rule.slotMinutes))
    return {
      hallId: hall.hallId, lineId: line.lineId, day: serviceDay(dayStart), dayStart, slotMinutes: rule.slotMinutes, capacity: rule.capacity, slots,
      earliest: Math.max(0, Math.ceil((now - dayStart) / MINUTE_MS) + rule.leadMinutes),
    }
  }

  /** The days to show: those released, from today, and the next to be released. */
  days(bookable: Bookable, now: number): readonly { readonly dayStart: number; readonly releasesAt: number | null }[] {
    const end = this.lastReleased(bookable, now)
    const coming = this.workingDays(bookable, now).filter((dayStart) => dayStart >= dayStartOf(now))
    const next = coming.find((dayStart) => dayStart > end)
    return [
      ...coming.filter((dayStart) => dayStart <= end).map((dayStart) => ({ dayStart, releasesAt: null })),
      ...(next === undefined ? [] : [{ dayStart: next, releasesAt: this.releaseOf(bookable, next, now) }]),
    ]
  }

  isReleased(bookable: Bookable, dayStart: number, now: number): boolean {
    return dayStart <= this.lastReleased(bookable, now)
  }

  private lastReleased(bookable: Bookable, now: number): number {
    const days = this.workingDays(bookable, now)
    const latest = days.filter((dayStart) => dayStart + releaseMs(bookable.rule) <= now).length - 1
    return days[Math.min(days.length - 1, latest + bookable.rule.horizonDays)] ?? 0
  }

  private releaseOf(bookable: Bookable, dayStart: number, now: number): number | null {
    const days = this.workingDays(bookable, now)
    const releasing = days[days.indexOf(dayStart) - bookable.rule.horizonDays]
    return releasing === undefined ? null : releasing + releaseMs(bookable.rule)
  }

  private workingDays(bookable: Bookable, now: number): readonly number[] {
    const today = dayStartOf(now)
    const key = `${bookable.hall.hallId} ${bookable.line.lineId} ${today}`
    const before = this.known.get(key)
    if (before) return before
    const { horizonDays } = bookable.rule
    const span = 2 * (horizonDays + 1) + LONGEST_BREAK_DAYS
    const days = Array.from({ length: 2 * span + 1 }, (_, i) => today + (i - span) * DAY_MS).filter((dayStart) => this.worksOn(bookable, dayStart))
    if (this.known.size >= HALLS_REMEMBERED) this.known.clear()
    this.known.set(key, days)
    return days
  }
}
