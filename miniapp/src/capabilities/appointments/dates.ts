import { clockTime, serviceDay, weekday } from '@shared/time'
import type { Translate } from '@/i18n'
import type { dateTexts, monthTexts } from '@/i18n/appointments'
import type { weekdayTexts } from '@/i18n/halls'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The words dates are made of, in the language now chosen. */
export interface DateWords {
  readonly say: Translate<typeof dateTexts>
  readonly month: Translate<typeof monthTexts>
  readonly weekday: Translate<typeof weekdayTexts>
}

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const
const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

/** “1月5日 周一”, “Mon 5 Jan”, in the halls' time. */
export const dateName = (at: number, words: DateWords): string => {
  const day = serviceDay(at)
  return words.say('date', {
    month: words.month(months[Number(day.slice(4, 6)) - 1] ?? '1'), n: Number(day.slice(6)), weekday: words.weekday(weekdays[weekday(at)] ?? '0'),
  })
}

/** The same, with today and tomorrow called so. `now` is the server's clock. */
export const dayName = (at: number, now: number, words: DateWords): string => {
  const date = dateName(at, words)
  if (serviceDay(at) === serviceDay(now)) return words.say('today', { date })
  return serviceDay(at) === serviceDay(now + DAY_MS) ? words.say('tomorrow', { date }) : date
}

/** “10:00–10:30”. */
export const spanName = (from: number, until: number, { say }: DateWords): string => say('between', { from: clockTime(from), until: clockTime(until) })

/** An instant within a sentence: “today 16:30”, “Mon 5 Jan, 10:00”. */
export const instantName = (at: number, now: number, words: DateWords): string => {
  const time = clockTime(at)
  if (serviceDay(at) === serviceDay(now)) return words.say('todayAt', { time })
  return serviceDay(at) === serviceDay(now + DAY_MS) ? words.say('tomorrowAt', { time }) : words.say('at', { date: dateName(at, words), time })
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A countdown to the second, “4:59” or “1:02:03”; begun seconds count, so that it ends with 0:00 and not before. */
export const clockLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** How long until then, in words: by calendar days first, then by the hour, then by the minute. Null once it is past. */
export const timeLeft = (at: number, now: number, { say }: DateWords): string | null => {
  const left = at - now
  if (left <= 0) return null
  const days = (Date.parse(dashed(serviceDay(at))) - Date.parse(dashed(serviceDay(now)))) / DAY_MS
  if (days >= 1 && left >= 12 * HOUR_MS) return say('inDays', { n: days })
  if (left >= HOUR_MS) return say('inHours', { n: Math.floor(left / HOUR_MS), minutes: Math.floor((left % HOUR_MS) / MINUTE_MS) })
  return left >= MINUTE_MS ? say('inMinutes', { n: Math.floor(left / MINUTE_MS) }) : say('inNoTime')
}

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
