import type { BookedVisit, BookView } from '@shared/book'
import { startOfDay } from '@shared/time'

/** Builders for tests: a small book of one day, overridden where a test cares. */
export const DAY = '20260105'
export const at = (hour: number, minute = 0): number => startOfDay(DAY) + (hour * 60 + minute) * 60_000

export const aVisit = (more: Partial<BookedVisit> = {}): BookedVisit => ({
  appointmentId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', code: '1N4C6D', state: 'booked', personName: '张*', itemIds: ['residence-permit'],
  startsAt: at(10), endsAt: at(10, 30), ticketId: null, number: null, late: false, ...more,
})

type LineBook = BookView['lines'][number]
export const aSlot = (hour: number, more: Partial<LineBook['slots'][number]> = {}): LineBook['slots'][number] =>
  ({ startsAt: at(hour), endsAt: at(hour, 30), taken: 1, capacity: 3, reserve: 1, closed: false, ...more })

export const aBook = (more: Partial<LineBook> = {}, others: readonly LineBook[] = []): BookView => ({
  hallId: 'tianhe', day: DAY, asOf: at(9, 50),
  lines: [{
    lineId: 'A', lineName: { zh: '综合业务', en: 'General' }, slots: [aSlot(9), aSlot(10), aSlot(11, { taken: 3 }), aSlot(14, { closed: true })],
    visits: [aVisit()], waiting: 2, ...more,
  }, ...others],
})
