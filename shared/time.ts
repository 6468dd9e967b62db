/**
 * The halls' time is Asia/Shanghai, whatever the server's or the phone's zone.
 * China has kept UTC+8 without daylight saving since 1991, so an offset is enough.
 */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const shifted = (at: number): Date => new Date(at + OFFSET_MS)

/** The day that was asked for last: nearly every question is about today. */
let latest = { number: Number.NaN, text: '' }

/** The service day of an instant, `yyyyMMdd`. Numbers begin anew each service day. */
export const serviceDay = (at: number): string => {
  const number = Math.floor((at + OFFSET_MS) / DAY_MS)
  if (number !== latest.number) latest = { number, text: shifted(at).toISOString().slice(0, 10).replaceAll('-', '') }
  return latest.text
}

/** The first instant of a service day. */
export const startOfDay = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8))) - OFFSET_MS

/** Minutes since midnight in the halls' zone, 0 to 1439. */
export const minuteOfDay = (at: number): number => Math.floor(((at + OFFSET_MS) % DAY_MS) / 60_000)

/** 0 Sunday to 6 Saturday, in the halls' zone. */
export const weekday = (at: number): number => shifted(at).getUTCDay()

/** `HH:mm` in the halls' zone. */
export const clockTime = (at: number): string => shifted(at).toISOString().slice(11, 16)

/** `yyyy-MM-dd HH:mm` in the halls' zone. */
export const dateTime = (at: number): string => shifted(at).toISOString().slice(0, 16).replace('T', ' ')
