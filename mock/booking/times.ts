/** The platform lives in Beijing's time and tells whole seconds. */
const OFFSET_MS = 8 * 3_600_000
export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
const two = (value: number): string => String(value).padStart(2, '0')

/** `yyyy-MM-dd HH:mm:ss` */
export const stampOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
/** `yyyy-MM-dd` */
export const dateOf = (at: number): string => stampOf(at).slice(0, 10)
/** The first instant of a date. */
export const dayStartOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) - OFFSET_MS
/** `HH:mm` of a minute of the day; the end of the day is 24:00. */
export const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** An instant from `yyyyMMddHHmmss`; NaN when it is none. */
export const instantOf = (text: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  return parts ? Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`) - OFFSET_MS : Number.NaN
}
export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(dayStartOf(text)) && dateOf(dayStartOf(text)) === text
/** The minute of the day from `HH:mm`, 24:00 included; NaN when it is none. */
export const minuteOf = (text: string): number => {
  const parts = /^(\d\d):(\d\d)$/.exec(text)
  const minute = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN
  return Number(parts?.[2]) < 60 && minute <= 1_440 ? minute : Number.NaN
}
