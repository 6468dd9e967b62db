import type { Language } from '@shared/errors'
import { serviceDay, startOfDay } from '@shared/time'

const DAY_MS = 86_400_000
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'Asia/Shanghai' }),
}

/** The service day so many days after, or before, another. */
export const daysAfter = (day: string, days: number): string => serviceDay(startOfDay(day) + days * DAY_MS)

/** “1月5日周一”, “Mon, 5 January”. */
export const dayName = (day: string, language: Language): string => formats[language].format(startOfDay(day))

/** As a date field writes it, `yyyy-MM-dd`. */
export const toField = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
/** Null when the field is empty or holds a day that no book can have. */
export const fromField = (text: string): string | null => (/^20\d\d-\d\d-\d\d$/.test(text) ? text.replaceAll('-', '') : null)
