import type { HallDetail, HallSummary } from '@shared/halls'
import { clockTime, serviceDay, weekday } from '@shared/time'
import type { Translate } from '@/i18n'
import type { hallTexts, weekdayTexts } from '@/i18n/halls'

const DAY_MS = 86_400_000
interface Words { readonly t: Translate<typeof hallTexts>; readonly day: Translate<typeof weekdayTexts> }

type Weekday = keyof typeof weekdayTexts & string
const names = ['0', '1', '2', '3', '4', '5', '6'] as const satisfies readonly Weekday[]
const weekdayName = (index: number, day: Words['day']): string => day(names[index % 7] ?? '0')

/** When a closed hall opens next, in the halls' time: today, tomorrow, or a weekday. */
export const nextOpening = (opensAt: number | null, at: number, { t, day }: Words): string => {
  if (opensAt === null) return t('opensUnknown')
  const time = clockTime(opensAt)
  if (serviceDay(opensAt) === serviceDay(at)) return t('opensToday', { time })
  if (serviceDay(opensAt) === serviceDay(at + DAY_MS)) return t('opensTomorrow', { time })
  return t('opensOn', { day: weekdayName(weekday(opensAt), day), time })
}

/** “Open until 17:00”, or when it opens next. */
export const hoursInWords = (hours: HallSummary['hours'], at: number, words: Words): string => {
  if (!hours.open) return nextOpening(hours.opensAt, at, words)
  return hours.closesAt === null ? words.t('open') : words.t('openUntil', { time: clockTime(hours.closesAt) })
}

const stretches = (day: readonly (readonly [string, string])[]): readonly string[] => day.map(([from, to]) => `${from}–${to}`)

/** The hours of this very day. */
export const hoursToday = (weekly: HallDetail['weeklyHours'], at: number, t: Words['t']): string => {
  const today = weekly[weekday(at)] ?? []
  return today.length === 0 ? t('notToday') : t('today', { hours: stretches(today).join('  ') })
}

/** A week of hours from Monday, days of the same hours side by side told once. */
export const hoursOfWeek = (weekly: HallDetail['weeklyHours'], { t, day }: Words): readonly { days: string; hours: readonly string[] }[] => {
  const fromMonday = [1, 2, 3, 4, 5, 6, 0].map((index) => ({ index, hours: stretches(weekly[index] ?? []) }))
  const groups: { first: number; last: number; hours: readonly string[] }[] = []
  for (const { index, hours } of fromMonday) {
    const group = groups.at(-1)
    if (group?.hours.join() === hours.join()) group.last = index
    else groups.push({ first: index, last: index, hours })
  }
  return groups.map(({ first, last, hours }) => ({
    days: first === last ? weekdayName(first, day) : `${weekdayName(first, day)}–${weekdayName(last, day)}`, hours: hours.length === 0 ? [t('dayOff')] : hours,
  }))
}
