import { randomBytes } from 'node:crypto'
import { serviceDay, startOfDay } from '@shared/time'
import type { AppointmentRecord, BookingTerms, BookPort, DayOfLine } from '../../../capabilities/appointments/port'

/** Monday 2026-01-05, 08:00 in Asia/Shanghai. */
export const EIGHT = Date.UTC(2026, 0, 5)
export const MINUTE = 60_000
export const DAY = 86_400_000
export const newKey = (): string => randomBytes(12).toString('base64url')

export const testTerms: BookingTerms = {
  holdMinutes: 5, offerMinutes: 10, offersADay: 2, cancelHours: 2, earlyMinutes: 30, lateMinutes: 15, bookingsToCome: 5,
  noShowsAllowed: 3, noShowDays: 90, restrictionDays: 30, clockGuardMs: 0,
}

let halls = 0
/** A line on a day with slots of half an hour from nine, in a hall of its own unless the test names one. */
export const aLine = (change: Partial<DayOfLine> = {}, slots = 6): DayOfLine => {
  const day = change.day ?? serviceDay(EIGHT)
  return {
    hallId: `book${halls += 1}`, lineId: 'A', dayStart: startOfDay(day), slotMinutes: 30, capacity: 3, slots: Array.from({ length: slots }, (_, i) => 540 + 30 * i), earliest: 0,
    ...change, day,
  }
}

/** The book spoken to in few words; each act has a fresh key unless the test gives one. */
export const speak = (book: BookPort, now: () => number) => {
  const act = (citizenId: string, key = newKey()) => ({ now: now(), key, citizenId })
  const visit = (citizenId: string, { key, slots = 1, personId = 'self', alsoAs = [] }: { key?: string; slots?: number; personId?: string; alsoAs?: readonly string[] } = {}) =>
    ({ ...act(citizenId, key), personId, personName: '张*', itemIds: ['residence-permit'], slots, alsoAs })
  const hold = (line: DayOfLine, at: number, citizenId: string, options: Parameters<typeof visit>[1] = {}) => book.hold(line, at, visit(citizenId, options))
  return {
    act, visit, hold,
    confirm: (line: DayOfLine, held: AppointmentRecord, key = newKey()) => book.confirm(line, held, act(held.owner, key)),
    book: async (line: DayOfLine, at: number, citizenId: string, options: Parameters<typeof visit>[1] = {}) =>
      book.confirm(line, await hold(line, at, citizenId, options), act(citizenId)),
    cancel: (line: DayOfLine, one: AppointmentRecord) => book.cancel(line, one, act(one.owner)),
    wait: (line: DayOfLine, citizenId: string, from = 0, until = 1440, options: Parameters<typeof visit>[1] = {}) => book.wait(line, from, until, visit(citizenId, options)),
  }
}
