import { startOfDay } from '@shared/time'
import { daysAfter } from '@/capabilities/console/book/days'

const DAY_MS = 86_400_000
/** As the server allows. */
export const MOST_DAYS = 93

export interface Period { readonly from: string; readonly to: string }

const lengthOf = ({ from, to }: Period): number => Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS) + 1

/** Why a period cannot be compared; null when it can. */
export const problemOf = (period: Period): 'wrongOrder' | 'tooLong' | null => {
  const days = lengthOf(period)
  if (days < 1) return 'wrongOrder'
  return days > MOST_DAYS ? 'tooLong' : null
}

/** As many days, right before it. */
export const periodBefore = (period: Period): Period => {
  const days = lengthOf(period)
  return { from: daysAfter(period.from, -days), to: daysAfter(period.from, -1) }
}

/** The last so many days that are over. */
export const lastDays = (count: number, today: string): Period => ({ from: daysAfter(today, -count), to: daysAfter(today, -1) })
