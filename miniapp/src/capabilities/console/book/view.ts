import { keepsPlaces, type AppointmentState } from '@shared/appointmentStates'
import type { BookedVisit, BookView } from '@shared/book'
import type { ItemView } from '@shared/catalogue'
import type { LocalText } from '@shared/endpoint'
import { clockTime, serviceDay } from '@shared/time'

export type LineBook = BookView['lines'][number]
type Slot = LineBook['slots'][number]

/** How a slot stands: what is past says no more whether it was full. */
export type SlotFace = 'over' | 'closed' | 'full' | 'free'
export interface SlotCell extends Slot { readonly time: string; readonly face: SlotFace }

const faceOf = ({ endsAt, closed, taken, capacity }: Slot, now: number): SlotFace => {
  if (endsAt <= now) return 'over'
  if (closed) return 'closed'
  return taken >= capacity ? 'full' : 'free'
}

export const timeSpan = ({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }): string => `${clockTime(startsAt)}–${clockTime(endsAt)}`

/** The slots of a line; `now` is the server's clock. */
export const slotCells = ({ slots }: Pick<LineBook, 'slots'>, now: number): readonly SlotCell[] =>
  slots.map((slot) => ({ ...slot, time: clockTime(slot.startsAt), face: faceOf(slot, now) }))

/** Whether a slot can still be closed or opened: once begun, nobody books it any more. */
export const maySet = ({ startsAt }: Pick<Slot, 'startsAt'>, now: number): boolean => startsAt > now

/** Places taken and places there are, over the whole day. */
export const placesOf = ({ slots }: LineBook): { readonly taken: number; readonly capacity: number } => ({
  taken: slots.reduce((sum, { taken }) => sum + taken, 0), capacity: slots.reduce((sum, { capacity }) => sum + capacity, 0),
})

/** Why an arrival cannot be marked now. */
export type ArrivalRefusal = 'other-day' | Exclude<AppointmentState, 'booked'>

export interface VisitRow {
  readonly appointmentId: string
  readonly code: string
  readonly name: string
  readonly lineId: string
  readonly lineName: LocalText
  readonly items: readonly LocalText[]
  readonly startsAt: number
  readonly endsAt: number
  readonly state: AppointmentState
  readonly ticketId: string | null
  readonly number: string | null
  readonly late: boolean
  readonly refusal: ArrivalRefusal | null
}

/** Who has arrived without a number, because the hall was paused then, is given it by the same act. */
const refusalOf = ({ state, ticketId, startsAt }: BookedVisit, now: number): ArrivalRefusal | null => {
  if (state !== 'booked' && (state !== 'arrived' || ticketId !== null)) return state
  return serviceDay(startsAt) === serviceDay(now) ? null : 'other-day'
}

const itemNames = (itemIds: readonly string[], items: readonly ItemView[]): LocalText[] =>
  itemIds.map((itemId) => items.find((item) => item.itemId === itemId)?.name ?? { zh: itemId, en: itemId })

/** Everybody in the book of a line, by the hour. */
export const visitRows = ({ lineId, lineName, visits }: LineBook, items: readonly ItemView[], now: number): readonly VisitRow[] =>
  visits.map((visit) => ({
    appointmentId: visit.appointmentId, code: visit.code, name: visit.personName, lineId, lineName, items: itemNames(visit.itemIds, items),
    startsAt: visit.startsAt, endsAt: visit.endsAt, state: visit.state, ticketId: visit.ticketId, number: visit.number, late: visit.late, refusal: refusalOf(visit, now),
  })).sort((a, b) => a.startsAt - b.startsAt || (a.code < b.code ? -1 : 1))

/** Those whom the desk still expects. */
export const isDue = ({ state, ticketId }: Pick<VisitRow, 'state' | 'ticketId'>): boolean => state === 'booked' || (state === 'arrived' && ticketId === null)

/** Those who are in a slot and keep its places. */
export const isInSlot = (visit: Pick<VisitRow, 'startsAt' | 'endsAt' | 'state'>, slot: Pick<Slot, 'startsAt' | 'endsAt'>): boolean =>
  visit.startsAt < slot.endsAt && slot.startsAt < visit.endsAt && (keepsPlaces.includes(visit.state) || visit.state === 'missed')

/** A code as it was heard or copied: O is written for 0, I and L for 1, in halves or in wide letters. */
const heardAs = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** Whose code begins with what was written, or whose name does; an exact code first and, if there is one, alone. */
export const findVisits = (visits: readonly VisitRow[], text: string): readonly VisitRow[] => {
  const wanted = text.trim()
  if (wanted === '') return []
  const code = heardAs(wanted)
  const exact = visits.filter((visit) => visit.code === wanted.toUpperCase())
  return exact.length > 0 ? exact : visits.filter((visit) => heardAs(visit.code).startsWith(code) || visit.name.startsWith(wanted))
}

/** The book with a visit as an act left it, until the server says it itself. */
export const withVisit = (book: BookView, visit: BookedVisit): BookView => ({
  ...book, lines: book.lines.map((line) => ({ ...line, visits: line.visits.map((one) => (one.appointmentId === visit.appointmentId ? visit : one)) })),
})
