import { serviceDay, startOfDay } from '@shared/time'
import type { WorkCalendar } from './port'

const DAY_MS = 86_400_000
/** No deadline lies further away: a calendar that never works must not hold us up. */
const MOST_DAYS = 400

const after = (day: string): string => serviceDay(startOfDay(day) + DAY_MS)

/** The end of the so-many-th working day after the day of `now`. */
export const endOfWorkingDay = (now: number, days: number, isWorkingDay: WorkCalendar): number => {
  let [day, counted] = [serviceDay(now), 0]
  for (let i = 0; i < MOST_DAYS && counted < days; i += 1) {
    day = after(day)
    if (isWorkingDay(day)) counted += 1
  }
  return startOfDay(day) + DAY_MS - 1
}

/** Working days from today to the day of `due`: 0 on that day, below zero when it has passed. */
export const workingDaysLeft = (now: number, due: number, isWorkingDay: WorkCalendar): number => {
  const [today, dueDay] = [serviceDay(now), serviceDay(due)]
  const [from, until] = today <= dueDay ? [today, dueDay] : [dueDay, today]
  let [day, between] = [from, 0]
  for (let i = 0; i < MOST_DAYS && day < until; i += 1) {
    day = after(day)
    if (isWorkingDay(day)) between += 1
  }
  return today <= dueDay ? between : -Math.max(1, between)
}
