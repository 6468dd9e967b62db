import { ContractError } from '@shared/errors'
import type { BookingHall, BookingHalls, Items } from './port'
import { dayStartOf, type Bookable, type Schedule } from './schedule'

const MINUTE_MS = 60_000

export interface Wish { readonly hallId: string; readonly lineId: string; readonly itemIds: readonly string[] }

/** From what people ask for to lines, days and slots, or why there is none. */
export class BookableLines {
  constructor(private readonly halls: BookingHalls, private readonly items: Items, readonly schedule: Schedule) {}

  hall(hallId: string): BookingHall {
    const hall = this.halls.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    return hall
  }

  /** Throws HALL_NOT_FOUND, LINE_NOT_FOUND, NOT_BOOKABLE. */
  line(hallId: string, lineId: string): Bookable {
    const hall = this.hall(hallId)
    const line = hall.lines.find((one) => one.lineId === lineId)
    if (!line) throw new ContractError('LINE_NOT_FOUND')
    if (!line.booking) throw new ContractError('NOT_BOOKABLE')
    return { hall, line, rule: line.booking }
  }

  /** A line and how many of its slots the visit takes. Throws as `line` does, ITEM_NOT_IN_LINE and ITEM_WITHDRAWN. */
  wished({ hallId, lineId, itemIds }: Wish): Bookable & { readonly length: number; readonly minutes: number } {
    const bookable = this.line(hallId, lineId)
    if (itemIds.some((itemId) => !bookable.line.itemIds.includes(itemId))) throw new ContractError('ITEM_NOT_IN_LINE')
    if (itemIds.some(this.items.isWithdrawn)) throw new ContractError('ITEM_WITHDRAWN')
    return { ...bookable, ...this.lengthOf(bookable, itemIds) }
  }

  /** Where all the items are done in one line that can be booked; undefined when nowhere in the hall. */
  offering(hall: BookingHall, itemIds: readonly string[]): (Bookable & { readonly length: number; readonly minutes: number }) | undefined {
    if (itemIds.some(this.items.isWithdrawn)) return undefined
    const line = hall.lines.find((one) => one.booking && itemIds.every((itemId) => one.itemIds.includes(itemId)))
    if (!line?.booking) return undefined
    const bookable = { hall, line, rule: line.booking }
    return { ...bookable, ...this.lengthOf(bookable, itemIds) }
  }

  /** The lengths of several items add up. */
  private lengthOf({ rule }: Bookable, itemIds: readonly string[]): { length: number; minutes: number } {
    const minutes = itemIds.reduce((sum, itemId) => sum + (this.items.minutes(itemId) ?? rule.slotMinutes), 0)
    return { minutes, length: Math.max(1, Math.ceil(minutes / rule.slotMinutes)) }
  }

  /** The line on the day of an instant. Throws NOT_A_WORKING_DAY. */
  dayOf(bookable: Bookable, at: number, now: number) {
    const line = this.schedule.lineOn(bookable, dayStartOf(at), now)
    if (!line) throw new ContractError('NOT_A_WORKING_DAY')
    return line
  }

  /** The same for a slot that may be booked now, and the slot's minute. Throws NOT_A_WORKING_DAY, SLOT_PAST, NOT_RELEASED, SLOT_NOT_FOUND. */
  slotOf(bookable: Bookable, startsAt: number, now: number) {
    const line = this.dayOf(bookable, startsAt, now)
    const at = (startsAt - line.dayStart) / MINUTE_MS
    if (startsAt <= now || at < line.earliest) throw new ContractError('SLOT_PAST')
    if (!this.schedule.isReleased(bookable, line.dayStart, now)) throw new ContractError('NOT_RELEASED')
    if (!line.slots.includes(at)) throw new ContractError('SLOT_NOT_FOUND')
    return { line, at }
  }
}
