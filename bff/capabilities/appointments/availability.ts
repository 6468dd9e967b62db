import type { DayView, SlotView } from '@shared/appointments'
import { serviceDay } from '@shared/time'
import { LRUCache } from 'lru-cache'
import { askAll } from '../../keepers'
import type { BookPort, DayOfLine } from './port'
import type { Bookable, Schedule } from './schedule'

const MINUTE_MS = 60_000
const FRESH_MS = 1_000
const MOST_DAYS = 20_000
/** A list of halls does not wait longer for one of them. */
const SOON_MS = 1_500

/** How many places a visit of `length` slots has when it begins at each slot; null where a slot of it is closed. */
const placesFor = (line: DayOfLine, taken: readonly number[], length: number): readonly (number | null)[] =>
  line.slots.map((start) => {
    let fewest = Number.MAX_SAFE_INTEGER
    for (let i = 0; i < length; i += 1) {
      const at = line.slots.indexOf(start + i * line.slotMinutes)
      const used = at < 0 ? line.capacity : taken[at] ?? 0
      if (used < 0) return null
      fewest = Math.min(fewest, Math.max(0, line.capacity - used))
    }
    return fewest
  })

/** What is free, the same for everyone who looks: each day of a line is read once a second at most. */
export class Availability {
  private readonly cache: LRUCache<string, readonly number[], { line: DayOfLine; now: number }>
  constructor(private readonly schedule: Schedule, bookOf: (hallId: string) => BookPort) {
    this.cache = new LRUCache({
      // Who asked before a change still gets an answer; it is not kept.
      max: MOST_DAYS, ttl: FRESH_MS, ignoreFetchAbort: true, fetchMethod: (_, __, { context: { line, now } }) => bookOf(line.hallId).free(line, now),
    })
  }

  /** Nobody shall be shown for a second what was just changed. */
  forget(hallId: string, lineId: string, day: string): void {
    this.cache.delete(`${hallId} ${lineId} ${day}`)
  }

  async slots(line: DayOfLine, length: number, now: number): Promise<SlotView[]> {
    const taken = await this.cache.forceFetch(`${line.hallId} ${line.lineId} ${line.day}`, { context: { line, now } })
    const places = placesFor(line, taken, length)
    return line.slots.flatMap((start, i): SlotView[] => {
      const [startsAt, endsAt] = [line.dayStart + start * MINUTE_MS, line.dayStart + (start + length * line.slotMinutes) * MINUTE_MS]
      const free = places[i] ?? 0
      // Where the visit does not fit before the break or the end of the day it cannot begin.
      if (!line.slots.includes(start + (length - 1) * line.slotMinutes)) return []
      const state = start < line.earliest ? 'past' : places[i] === null ? 'closed' : free > 0 ? 'open' : 'full'
      return [{ startsAt, endsAt, state, free: state === 'open' ? free : 0, capacity: line.capacity }]
    })
  }

  async days(bookable: Bookable, length: number, now: number): Promise<DayView[]> {
    return Promise.all(this.schedule.days(bookable, now).map(async ({ dayStart, releasesAt }): Promise<DayView> => {
      const line = this.schedule.lineOn(bookable, dayStart, now) as DayOfLine
      const capacity = line.slots.length * line.capacity
      if (releasesAt !== null) return { day: line.day, state: 'not-released', free: 0, capacity, releasesAt }
      const slots = await this.slots(line, length, now)
      const free = slots.reduce((sum, slot) => sum + slot.free, 0)
      const over = slots.every(({ state }) => state === 'past' || state === 'closed')
      return { day: serviceDay(dayStart), state: over ? 'closed' : free > 0 ? 'open' : 'full', free, capacity, releasesAt: null }
    }))
  }

  /** The same for a list of halls: a book that cannot tell, or is late, does not hold the others up. */
  async nextFreeSoon(bookable: Bookable, length: number, now: number): Promise<{ nextFree: number | null; readable: boolean }> {
    const { found: [told] } = await askAll([{ port: this, outside: bookable.hall.name }], async () => [{ nextFree: await this.nextFree(bookable, length, now), readable: true }], SOON_MS)
    return told ?? { nextFree: null, readable: false }
  }

  /** The earliest free slot of the released days. */
  async nextFree(bookable: Bookable, length: number, now: number): Promise<number | null> {
    for (const { dayStart, releasesAt } of this.schedule.days(bookable, now)) {
      if (releasesAt !== null) return null
      const slots = await this.slots(this.schedule.lineOn(bookable, dayStart, now) as DayOfLine, length, now)
      const open = slots.find(({ state }) => state === 'open')
      if (open) return open.startsAt
    }
    return null
  }
}
