import type { HallDetail, HallSummary } from '@shared/halls'
import { clockTime, dateTime, serviceDay, weekday } from '@shared/time'
import type { Translate } from '@/i18n'
import type { hallTexts, weekdayTexts } from '@/i18n/halls'

const DAY_MS = 86_400_000
/** Up to here a weekday names one day only. */
const WEEKDAY_NAMES_DAYS = 6
interface Words { readonly t: Translate<typeof hallTexts>; readonly day: Translate<typeof weekdayTexts> }

type Weekday = keyof typeof weekdayTexts & string
const names = ['0', '1', '2', '3', '4', '5', '6'] as const satisfies readonly Weekday[]
const weekdayName = (index: number, day: Words['day']): string => day(names[index % 7] ?? '0')

/** When a closed hall opens next, in the halls' time: today, tomorrow, a weekday, or a date. */
export const nextOpening = (opensAt: number | null, at: number, { t, day }: Words): string => {
  if (opensAt === null) return t('opensUnknown')
  const time = clockTime(opensAt)
  if (serviceDay(opensAt) === serviceDay(at)) return t('opensToday', { time })
  if (serviceDay(opensAt) === serviceDay(at + DAY_MS)) return t('opensTomorrow', { time })
  if (opensAt - at > WEEKDAY_NAMES_DAYS * DAY_MS) return t('opensDay', { date: dateTime(opensAt).slice(0, 10), time })
  return t('opensOn', { day: weekdayName(weekday(opensAt), day), time })
}

/** “Open until 17:00”, or when it opens next. One that closes with the day is open for all of it that is left. */
export const hoursInWords = (hours: HallSummary['hours'], at: number, words: Words): string => {
  if (!hours.open) return nextOpening(hours.opensAt, at, words)
  if (hours.closesAt === null) return words.t('open')
  const time = clockTime(hours.closesAt)
  return time === '00:00' ? words.t('openAllDay') : words.t('openUntil', { time })
}

const stretches = (day: readonly (readonly [string, string])[], t: Words['t']): readonly string[] =>
  day.map(([from, to]) => (from === '00:00' && to === '24:00' ? t('allDay') : `${from}–${to}`))

/** The hours of this very day. On holidays and make-up working days the week's table is wrong, and what the hall says of now counts. */
export const hoursToday = ({ weeklyHours, hours }: Pick<HallDetail, 'weeklyHours' | 'hours'>, at: number, t: Words['t']): string => {
  const today = weeklyHours[weekday(at)] ?? []
  const { open, opensAt, closesAt } = hours
  const opensToday = opensAt !== null && serviceDay(opensAt) === serviceDay(at)
  if (today.length === 0) {
    if (open) return closesAt === null ? t('open') : t('openUntil', { time: clockTime(closesAt) })
    return opensToday ? t('opensToday', { time: clockTime(opensAt) }) : t('notToday')
  }
  const end = today.at(-1)?.[1] ?? ''
  return !open && !opensToday && clockTime(at) < end ? t('notToday') : t('today', { hours: stretches(today, t).join('  ') })
}

/** A week of hours from Monday, days of the same hours side by side told once. */
export const hoursOfWeek = (weekly: HallDetail['weeklyHours'], { t, day }: Words): readonly { days: string; hours: readonly string[] }[] => {
  const fromMonday = [1, 2, 3, 4, 5, 6, 0].map((index) => ({ index, hours: stretches(weekly[index] ?? [], t) }))
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
