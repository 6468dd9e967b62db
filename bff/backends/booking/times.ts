import { isRealDay } from '@shared/identityNumbers'
import { dateTime, startOfDay } from '@shared/time'
import { z } from 'zod'

const MINUTE_MS = 60_000

/** `yyyyMMdd` as they write it, `yyyy-MM-dd`. */
export const dateOf = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
/** `HH:mm` of a minute of the day; its end is 24:00. */
export const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** `yyyyMMddHHmmss` in Beijing. */
export const stampOf = (at: number): string => `${dateTime(at).replace(/\D/g, '')}${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`

/** A date of theirs as our day. */
export const wireDate = z.string().regex(/^\d{4}-\d\d-\d\d$/).transform((text) => text.replaceAll('-', '')).refine(isRealDay, 'is no day of the calendar')
/** A time of day of theirs as the minute of the day. */
export const wireTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/).transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
/** `yyyy-MM-dd HH:mm:ss`, Beijing, as milliseconds since the epoch by their clock. */
export const wireStamp = z.string().regex(/^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/).refine((text) => isRealDay(text.slice(0, 10).replaceAll('-', '')), 'is no day of the calendar')
  .transform((text) => startOfDay(text.slice(0, 10).replaceAll('-', '')) + Number(text.slice(11, 13)) * 60 * MINUTE_MS + Number(text.slice(14, 16)) * MINUTE_MS + Number(text.slice(17)) * 1000)
/** The same, or nothing. */
export const wireStampOrNot = z.union([z.literal('').transform(() => null), wireStamp])
