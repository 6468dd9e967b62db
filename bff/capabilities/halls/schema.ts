import { localText } from '@shared/endpoint'
import { districtCode, hallLevel, place, priorityReason } from '@shared/halls'
import { hallId, itemId, lineId, windowId } from '@shared/ids'
import { ONLINE } from '@shared/ratingFields'
import { dateTime, startOfDay } from '@shared/time'
import { z } from 'zod'
import { districts } from './city'

const whole = (low: number, high: number, fallback: number) => z.number().int().min(low).max(high).default(fallback)
const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const TIME_OR_MIDNIGHT = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/
const opening = z.string().regex(TIME, 'must be a time of day as HH:mm')
const closing = z.string().regex(TIME_OR_MIDNIGHT, 'must be a time of day as HH:mm, or 24:00')
/** One stretch of opening: from, inclusive, until, exclusive. */
const stretch = z.tuple([opening, closing])
type Stretch = z.output<typeof stretch>

// `HH:mm` compares as text in the order of time; what is no time was told already.
const dayHours = z.array(stretch).max(6).superRefine((stretches, check) => {
  if (!stretches.every(([from, until]) => TIME.test(from) && TIME_OR_MIDNIGHT.test(until))) return
  stretches.forEach(([from, until], i) => {
    if (from >= until) check.addIssue({ code: 'custom', path: [i], message: `closes at ${until}, which is not after ${from}` })
    const before = stretches[i - 1]
    if (before && from <= before[1]) {
      const message = `begins at ${from}, but the stretch before it ends at ${before[1]}: stretches must be in order and neither overlap nor touch`
      check.addIssue({ code: 'custom', path: [i], message })
    }
  })
})

/** City, district and town halls, Monday to Friday. */
const officeHours = (): Stretch[][] => {
  const day: Stretch[] = [['09:00', '12:00'], ['13:00', '17:00']]
  return [[], day, day, day, day, day, []]
}

const isRealDate = (text: string): boolean => dateTime(startOfDay(text.replaceAll('-', ''))).startsWith(text)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as yyyy-MM-dd').refine(isRealDate, 'is no date of the calendar')

/** How a line's appointments are made; a line without takes none. */
const booking = z.strictObject({
  slotMinutes: whole(5, 240, 30),
  /** Places of a slot that anybody may book, and those kept for people who walk in. */
  capacity: whole(1, 1_000, 4), reserve: whole(0, 1_000, 2),
  /** By weekday from Sunday; the hall's hours when left out. */
  hours: z.array(dayHours).length(7, 'must hold seven days, from Sunday').nullable().default(null),
  /** How long before its beginning a slot may still be booked. */
  leadMinutes: whole(0, 10_080, 60),
  /** How many working days ahead are open. */
  horizonDays: whole(1, 30, 5),
  /** When another working day is released. */
  releaseAt: opening.default('08:30'),
  closedDates: z.array(date).refine(distinct, 'names a date twice').default([]),
})

const line = z.strictObject({
  lineId, name: localText,
  itemIds: z.array(itemId).default([]),
  /** Numbers a day, in this line. */
  capacity: whole(1, 100_000, 300),
  /** Who may ask for priority; the green lane is given by staff only. */
  priorities: z.array(priorityReason).refine(distinct, 'names a reason twice').default(() => [...priorityReason.options]),
  booking: booking.nullable().default(null),
})

const window = z.strictObject({ windowId, name: localText.optional(), lineIds: z.array(lineId).min(1, 'a window serves at least one line') })
  .transform((given) => ({ ...given, name: given.name ?? { zh: `${given.windowId}号窗口`, en: `Window ${given.windowId}` } }))

const systemId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'must be the systemId of an outside system')

// The queue reckons in shares of 27,720, which every number up to 12 divides.
const weight = (fallback: number) => whole(1, 12, fallback)

/** A hall's file. Everything with a default may be left out. */
export const hallSchema = z.strictObject({
  hallId: hallId.refine((id) => id !== ONLINE, `${ONLINE} stands for what is handled without a hall`), name: localText, level: hallLevel,
  district: districtCode.refine((code) => code in districts, 'is no district of this city'),
  address: localText, place,
  /** Invented for demonstration; the address is not a real one. */
  demo: z.boolean().default(false),
  phone: z.string().regex(/^[0-9+ -]{5,20}$/, 'must be a telephone number').nullable().default(null),
  /** By weekday from Sunday, Asia/Shanghai. */
  weeklyHours: z.array(dayHours).length(7, 'must hold seven days, from Sunday').default(officeHours),
  closedDates: z.array(date).refine(distinct, 'names a date twice').default([]),
  /** Closed on statutory holidays and open on working weekends, or neither. */
  calendar: z.enum(['statutory', 'none']).default('statutory'),
  lines: z.array(line).min(1, 'a hall has at least one line'),
  windows: z.array(window).min(1, 'a hall has at least one window'),
  policy: z.strictObject({
    /** Calls of each class in a round in which all of them wait. At least 1: nothing starves. */
    weights: z.strictObject({ ordinary: weight(3), priority: weight(2), appointment: weight(2) }).prefault({}),
    /** No ordinary ticket is passed by more tickets than this that were taken after it. */
    passLimit: whole(1, 100, 10),
  }).prefault({}),
  /** Tickets one citizen may hold at once, in a line and in the hall, and take in a day. */
  limits: z.strictObject({ perLine: whole(1, 20, 1), perHall: whole(1, 50, 2), perDay: whole(1, 200, 8) }).prefault({}),
  callsBeforeMissed: whole(1, 10, 3),
  /** How long after being missed a citizen may come back. */
  returnMinutes: whole(0, 480, 30),
  /** Behind how many waiting tickets one who comes back stands. */
  returnBehind: whole(0, 50, 3),
  defersAllowed: whole(0, 10, 2),
  expireAfterClosingMinutes: whole(0, 240, 0),
  /** What the printed code gives: a number to those whose phone is near, or only a look. */
  poster: z.enum(['place', 'look']).default('place'),
  /** How near the phone must be for the poster. */
  radiusMetres: whole(50, 5_000, 500),
  /** The outside systems that keep this hall's queue and its appointment book; ours where none is named. */
  systems: z.strictObject({ queue: systemId.nullable().default(null), book: systemId.nullable().default(null) }).prefault({}),
})

/** A hall as configured, defaults filled in. */
export type Hall = z.output<typeof hallSchema>
/** A hall as its file may say it. */
export type HallFile = z.input<typeof hallSchema>
