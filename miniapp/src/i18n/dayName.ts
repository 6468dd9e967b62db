import { useCallback, useMemo } from 'react'
import { clockTime, serviceDay, startOfDay, weekday } from '@shared/time'
import { dateTexts, monthTexts } from './appointments'
import { weekdayTexts } from './halls'
import { defineTexts, useText } from './text'

/** A day of the calendar; with its year when that is not the one people think of. */
export const dayTexts = defineTexts({
  day: { zh: '{month}{n}日 {weekday}', en: '{weekday} {n} {month}' },
  dayOfYear: { zh: '{year}年{month}{n}日', en: '{n} {month} {year}' },
})

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const
const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

/** Names a day `yyyyMMdd` beside another: “1月5日 周一”, “Mon 5 Jan”; of another year “2025年1月5日”. */
export type DayName = (day: string, beside: string) => string

/** The way days are named in the language now chosen. */
export const useDayName = (): DayName => {
  const t = useText(dayTexts)
  const month = useText(monthTexts)
  const named = useText(weekdayTexts)
  return useCallback((day, beside) => {
    const parts = { month: month(months[Number(day.slice(4, 6)) - 1] ?? '1'), n: Number(day.slice(6)) }
    const year = day.slice(0, 4)
    return year === beside.slice(0, 4) ? t('day', { ...parts, weekday: named(weekdays[weekday(startOfDay(day))] ?? '0') }) : t('dayOfYear', { ...parts, year })
  }, [t, month, named])
}

export interface MomentName {
  /** “2026年1月5日”, “5 Jan 2026” */
  readonly day: (at: number) => string
  /** “2026年1月5日 10:00”, “5 Jan 2026, 10:00” */
  readonly moment: (at: number) => string
}

/** How an instant of any year is named in the language now chosen, in the halls' zone. */
export const useMomentName = (): MomentName => {
  const t = useText(dateTexts)
  const dayName = useDayName()
  return useMemo(() => {
    // Beside no year, each is named with its own.
    const day = (at: number): string => dayName(serviceDay(at), '')
    return { day, moment: (at) => t('at', { date: day(at), time: clockTime(at) }) }
  }, [t, dayName])
}
