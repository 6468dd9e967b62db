import type { Appointment, DayView, HallOffer, SlotView } from '@shared/appointments'
import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import { startOfDay } from '@shared/time'
import { asOwner, type AccountsOf } from '../../accounts'
import { askAll, type Keeper } from '../../keepers'
import { Availability } from './availability'
import { BookableLines, type Wish } from './lines'
import type { AppointmentRecord, BookingAct, BookingHall, BookingHalls, BookingTerms, BookPort, DayOfLine, Items, Persons, Tickets, Visit } from './port'
import { Schedule } from './schedule'
import { appointmentView } from './view'

export interface AppointmentServiceParts {
  readonly halls: BookingHalls
  readonly items: Items
  readonly persons: Persons
  /** The accounts of one person: what one of them booked is theirs on every channel. */
  readonly accountsOf: AccountsOf
  readonly tickets: Tickets
  readonly bookOf: (hallId: string) => BookPort
  /** Every book there is. */
  readonly books: readonly Keeper<BookPort>[]
  readonly terms: BookingTerms
  readonly presences: { readonly verify: (presence: string, hallId: string, now: number) => unknown }
  readonly clock: () => number
}

export interface Citizen { readonly citizenId: string; readonly name: string }
export type AppointmentMoveRequest =
  | { readonly move: 'confirm' | 'cancel' } | { readonly move: 'reschedule'; readonly startsAt: number } | { readonly move: 'checkIn'; readonly presence: string }
interface SearchRequest { readonly itemIds: readonly string[]; readonly near?: { lat: number; lng: number } | undefined; readonly district?: string | undefined; readonly hallId?: string | undefined; readonly cursor: number; readonly limit: number }

/** What citizens can do with appointments. Every refusal is a ContractError of the endpoint's list. */
export class AppointmentService {
  readonly lines: BookableLines
  readonly availability: Availability
  constructor(readonly parts: AppointmentServiceParts) {
    const schedule = new Schedule(parts.halls)
    this.lines = new BookableLines(parts.halls, parts.items, schedule)
    this.availability = new Availability(schedule, parts.bookOf)
  }

  /** Throws HALL_NOT_FOUND for the one hall asked for. */
  async search({ itemIds, near, district, hallId, cursor, limit }: SearchRequest): Promise<{ halls: HallOffer[]; next: number | null; asOf: number }> {
    const now = this.parts.clock()
    const only = hallId === undefined ? null : this.lines.hall(hallId)
    const offering = this.parts.halls.near(near, district).filter(({ hall }) => only === null || hall.hallId === only.hallId).flatMap(({ hall, distanceMetres }) => {
      const found = this.lines.offering(hall, itemIds)
      return found ? [{ found, distanceMetres }] : []
    })
    const halls = await Promise.all(offering.slice(cursor, cursor + limit).map(async ({ found, distanceMetres }): Promise<HallOffer> => {
      const { hall, line, minutes, length } = found
      return {
        hallId: hall.hallId, hallName: hall.name, address: hall.address, district: hall.district, lineId: line.lineId, lineName: line.name, demo: hall.demo,
        distanceMetres, minutes, ...await this.availability.nextFreeSoon(found, length, now),
      }
    }))
    return { halls, next: cursor + limit < offering.length ? cursor + limit : null, asOf: now }
  }

  async days(wish: Wish): Promise<{ days: DayView[]; asOf: number }> {
    const now = this.parts.clock()
    const wished = this.lines.wished(wish)
    return { days: await this.availability.days(wished, wished.length, now), asOf: now }
  }

  async slots(wish: Wish, day: string): Promise<{ slots: SlotView[]; asOf: number }> {
    const now = this.parts.clock()
    const wished = this.lines.wished(wish)
    const line = this.lines.dayOf(wished, startOfDay(day), now)
    if (!this.lines.schedule.isReleased(wished, line.dayStart, now)) throw new ContractError('NOT_RELEASED')
    return { slots: await this.availability.slots(line, wished.length, now), asOf: now }
  }

  async hold(citizen: Citizen, key: string, request: Wish & { startsAt: number; personId: string }): Promise<Appointment> {
    const now = this.parts.clock()
    const wished = this.lines.wished(request)
    const { line, at } = this.lines.slotOf(wished, request.startsAt, now)
    const held = await this.parts.bookOf(line.hallId).hold(line, at, {
      now, key, citizenId: citizen.citizenId, ...await this.visitorOf(citizen, request.personId), itemIds: request.itemIds, slots: wished.length,
    })
    this.availability.forget(line.hallId, line.lineId, line.day)
    return this.view(held, citizen.citizenId)
  }

  async read(citizenId: string, appointmentId: string): Promise<Appointment> {
    return this.view(await this.find(appointmentId, citizenId), citizenId)
  }

  async list(citizenId: string) {
    const now = this.parts.clock()
    const [accounts, self] = await Promise.all([this.parts.accountsOf(citizenId), this.parts.persons.selfOf(citizenId)])
    const booked = await Promise.all(accounts.map(async (owner) => ({ owner, personIds: await this.parts.persons.idsOf(owner) })))
    const told = await askAll(this.parts.books, async (book) => {
      const [records, standing] = await Promise.all([
        Promise.all(booked.map(({ owner, personIds }) => book.listOf(owner, personIds, now))), Promise.all([...accounts, ...(self ? [self] : [])].map((person) => book.standing(person, now))),
      ])
      return [{ records: records.flat(), standings: standing }]
    })
    const found = told.found.flatMap(({ records }) => records)
    const standings = told.found.flatMap(({ standings: all }) => all)
    const over = ({ endsAt }: AppointmentRecord): number => (endsAt < now ? 1 : 0)
    const sorted = found.filter(({ hallId }) => this.parts.halls.find(hallId)).sort((a, b) => over(a) - over(b) || (over(a) ? b.startsAt - a.startsAt : a.startsAt - b.startsAt))
    return {
      appointments: sorted.map((one) => this.viewed(one, self)), noShows: Math.max(0, ...standings.map(({ noShows }) => noShows)), noShowsAllowed: this.parts.terms.noShowsAllowed,
      restrictedUntil: standings.reduce<number | null>((latest, { restrictedUntil: until }) => (until !== null && until > (latest ?? 0) ? until : latest), null),
      missing: [...told.missing],
    }
  }

  async move(citizenId: string, key: string, appointmentId: string, request: AppointmentMoveRequest): Promise<Appointment> {
    const now = this.parts.clock()
    const one = await this.find(appointmentId, citizenId)
    const act: BookingAct = { now, key, citizenId: one.owner }
    if (request.move === 'reschedule') return this.view(await this.reschedule(one, request.startsAt, act), citizenId)
    if (request.move === 'checkIn') {
      this.parts.presences.verify(request.presence, one.hallId, now)
      return this.view(await this.arrive(one, act, false), citizenId)
    }
    const line = this.lineOf(one, now)
    const moved = await this.parts.bookOf(one.hallId)[request.move](line, one, act)
    this.availability.forget(one.hallId, one.lineId, one.day)
    return this.view(moved, citizenId)
  }

  /** Marks the holder as arrived and gives them their number; asked again, the same number. */
  async arrive(one: AppointmentRecord, act: BookingAct, byStaff: boolean): Promise<AppointmentRecord> {
    const book = this.parts.bookOf(one.hallId)
    // A number may be missing still, when the hall was paused or an answer was lost.
    const arrived = one.state === 'arrived' ? one : await book.arrive(this.lineOf(one, act.now), one, act, byStaff)
    if (arrived.ticketId !== null) return arrived
    const { ticketId, number } = await this.parts.tickets.take({
      hallId: one.hallId, lineId: one.lineId, itemId: one.itemIds[0] ?? null, citizenId: one.owner, key: `arrival-${one.appointmentId.slice(-20)}`, late: arrived.late,
    })
    await book.setTicket(one.appointmentId, ticketId, number)
    return { ...arrived, ticketId, number }
  }

  async find(appointmentId: string, citizenId: string | null): Promise<AppointmentRecord> {
    const hall = this.parts.halls.find(hallOfTicket(appointmentId))
    if (!hall) throw new ContractError('APPOINTMENT_NOT_FOUND')
    const read = (owner: string | null) => this.parts.bookOf(hall.hallId).read(appointmentId, owner, this.parts.clock())
    return citizenId === null ? read(null) : asOwner(this.parts.accountsOf, citizenId, 'APPOINTMENT_NOT_FOUND', read)
  }

  /** The line on the appointment's day, as it is configured now: without slots where the hall has taken the day or the line away. */
  lineOf({ hallId, lineId, day }: Pick<AppointmentRecord, 'hallId' | 'lineId' | 'day'>, now: number): DayOfLine {
    const hall = this.lines.hall(hallId)
    const line = hall.lines.find((one) => one.lineId === lineId)
    const dayStart = startOfDay(day)
    const known = line?.booking ? this.lines.schedule.lineOn({ hall, line, rule: line.booking }, dayStart, now) : null
    return known ?? { hallId, lineId, day, dayStart, slotMinutes: 30, capacity: 0, slots: [], earliest: 0 }
  }

  /** Whom a visit is for: by their own id once it is known who the citizen is, so that they are the same whoever books for them. */
  async visitorOf(citizen: Citizen, personId: string): Promise<Pick<Visit, 'personId' | 'personName' | 'alsoAs'>> {
    if (personId !== 'self') return { personId, personName: (await this.parts.persons.find(citizen.citizenId, personId)).name, alsoAs: [] }
    const self = await this.parts.persons.selfOf(citizen.citizenId)
    if (self === null) return { personId, personName: citizen.name, alsoAs: [] }
    return { personId: self, personName: citizen.name, alsoAs: await this.parts.accountsOf(citizen.citizenId) }
  }

  private async reschedule(one: AppointmentRecord, startsAt: number, act: BookingAct): Promise<AppointmentRecord> {
    const bookable = this.lines.line(one.hallId, one.lineId)
    const { line, at } = this.lines.slotOf(bookable, startsAt, act.now)
    const moved = await this.parts.bookOf(one.hallId).reschedule(this.lineOf(one, act.now), line, at, one, act)
    this.availability.forget(one.hallId, one.lineId, one.day)
    this.availability.forget(one.hallId, one.lineId, line.day)
    return moved
  }

  private async view(one: AppointmentRecord, citizenId: string): Promise<Appointment> {
    return this.viewed(one, one.personId === 'self' ? null : await this.parts.persons.selfOf(citizenId))
  }

  private viewed(one: AppointmentRecord, self: string | null): Appointment {
    return appointmentView(this.parts.halls.find(one.hallId) as BookingHall, one, self, this.parts.terms, this.parts.clock())
  }
}
