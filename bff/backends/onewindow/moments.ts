import { day } from '@shared/ids'
import { z } from 'zod'
import type { Clock } from '../../platform/clock'

const DAY_MS = 86_400_000
const STAMP = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** `yyyy-MM-dd` on the wire; gives `yyyyMMdd`. */
export const wireDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).transform((text) => text.replaceAll('-', '')).pipe(day)

/** `yyyy-MM-dd HH:mm:ss` of Beijing on the wire; gives milliseconds. */
const wireStamp = z.string().regex(STAMP).refine((text) => wireDay.safeParse(text.slice(0, 10)).success, 'is no day of the calendar')
  .transform((text) => Date.parse(`${text.replace(' ', 'T')}+08:00`))

/** When something happened: not later than now. Their clock may be ahead a little; by more than a day it is wrong. */
export const happenedBy = (clock: Clock) =>
  wireStamp.refine((at) => at <= clock() + DAY_MS, 'lies in the future').transform((at) => Math.min(at, clock()))

/** Their clock, as an answer tells it: within a day of ours. */
export const nearTo = (clock: Clock) => wireStamp.refine((at) => Math.abs(at - clock()) <= DAY_MS, 'is another day’s')

/** An empty text on the wire is “not yet”: null. */
export const orNull = <T extends z.ZodType<unknown, string>>(schema: T) => z.string().transform((text) => text || null).pipe(schema.nullable())
