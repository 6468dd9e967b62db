import { startOfDay, weekday } from '@shared/time'
import { isStatutoryHoliday, isWorkingWeekend } from './workingDays'

/** More days than any promise spans; the table is asked once for each. */
const MOST_DAYS = 20_000

/** Weekdays but for the holidays, and the weekends worked in exchange, by the State Council's table of the year. */
export const createWorkCalendar = (): ((day: string) => boolean) => {
  const known = new Map<string, boolean>()
  const look = (day: string): boolean => {
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
    const isWeekend = [0, 6].includes(weekday(startOfDay(day)))
    return isWeekend ? isWorkingWeekend(date) : !isStatutoryHoliday(date)
  }
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    if (known.size >= MOST_DAYS) known.clear()
    const works = look(day)
    known.set(day, works)
    return works
  }
}
