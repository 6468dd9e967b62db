import type { BookedVisit, BookView } from '@shared/book'
import { startOfDay } from '@shared/time'
import type { DayOfLine } from './port'
import type { AppointmentService } from './service'
import { bookedVisitView } from './view'

const MINUTE_MS = 60_000

/** What the people behind the windows can do with the book. */
export class DeskService {
  constructor(private readonly appointments: AppointmentService) {}

  async book(hallId: string, day: string): Promise<BookView> {
    const { lines, parts } = this.appointments
    const now = parts.clock()
    const { lines: all } = lines.hall(hallId)
    const bookable = all.filter(({ booking }) => booking).map(({ lineId }) => lines.line(hallId, lineId))
    const book = parts.bookOf(hallId)
    const { visits, waiting } = await book.dayOf(hallId, day, bookable.map(({ line }) => line.lineId), now)
    return {
      hallId, day, asOf: now,
      lines: await Promise.all(bookable.map(async (one, i) => {
        const line = lines.schedule.lineOn(one, startOfDay(day), now)
        const { lineId, name } = one.line
        return {
          lineId, lineName: name, slots: line ? slotsOf(line, await book.free(line, now), one.rule.reserve, visits.filter((visit) => visit.lineId === lineId)) : [],
          visits: visits.filter((visit) => visit.lineId === lineId).map(bookedVisitView), waiting: waiting[i] ?? 0,
        }
      })),
    }
  }

  async setSlot(account: string, hallId: string, lineId: string, startsAt: number, closed: boolean): Promise<BookView> {
    const { lines, parts, availability } = this.appointments
    const now = parts.clock()
    const line = lines.dayOf(lines.line(hallId, lineId), startsAt, now)
    await parts.bookOf(hallId).setSlot(line, (startsAt - line.dayStart) / MINUTE_MS, closed, account, now)
    availability.forget(hallId, lineId, line.day)
    return this.book(hallId, line.day)
  }

  /** Somebody who could not scan is here: however late, they get their number. */
  async arrive(account: string, key: string, appointmentId: string): Promise<BookedVisit> {
    const one = await this.appointments.find(appointmentId, null)
    return bookedVisitView(await this.appointments.arrive(one, { now: this.appointments.parts.clock(), key, citizenId: account }, true))
  }
}

type Visit = { readonly startsAt: number; readonly endsAt: number; readonly state: string }
const slotsOf = (line: DayOfLine, taken: readonly number[], reserve: number, visits: readonly Visit[]) =>
  line.slots.map((minute, i) => {
    const [startsAt, endsAt] = [line.dayStart + minute * MINUTE_MS, line.dayStart + (minute + line.slotMinutes) * MINUTE_MS]
    const closed = (taken[i] ?? 0) < 0
    // A closed slot does not tell how many are in it.
    const inIt = visits.filter((visit) => ['held', 'booked', 'arrived', 'missed'].includes(visit.state) && visit.startsAt <= startsAt && startsAt < visit.endsAt).length
    return { startsAt, endsAt, taken: closed ? inIt : taken[i] ?? 0, capacity: line.capacity, reserve, closed }
  })
