import { startOfDay, weekday } from '@shared/time'
import { getDayDetail, isHoliday } from 'chinese-days'

/** Dates are `yyyy-MM-dd`, Asia/Shanghai. The State Council announces each year's table in the autumn before it. */
const isWeekend = (date: string): boolean => [0, 6].includes(weekday(startOfDay(date.replaceAll('-', ''))))

/** A weekday off by the State Council's table. */
export const isStatutoryHoliday = (date: string): boolean => isHoliday(date) && !isWeekend(date)

/** A Saturday or Sunday worked in exchange for a holiday. */
export const isWorkingWeekend = (date: string): boolean => isWeekend(date) && getDayDetail(date).work
