import type { AccountsOf } from './accounts'
import { createCityBooking } from './backends/booking/cityBooking'
import { AppointmentService } from './capabilities/appointments/service'
import { DeskService } from './capabilities/appointments/desk'
import type { BookingHalls, BookingTerms, BookPort, DayOfLine, Persons, Tickets } from './capabilities/appointments/port'
import { remembered } from './capabilities/appointments/remembered'
import { appointmentRoutes } from './capabilities/appointments/routes'
import { Sweeper } from './capabilities/appointments/sweeping'
import { WaitingService } from './capabilities/appointments/waiting'
import type { Item } from './capabilities/catalogue/config'
import type { HallDirectory } from './capabilities/halls/directory'
import { spansOf } from './capabilities/halls/hours'
import type { Config } from './config'
import { createAppointmentEngine } from './engine/appointments/engine'
import { createGuests } from './engine/appointments/guests'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Redis } from './platform/redis'
import { touchingBook } from './touching'
import type { Systems } from './wiringSystems'

const MOST_HALLS = 10_000

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly systems: Pick<Systems, 'choose'>
  readonly directory: HallDirectory
  readonly items: ReadonlyMap<string, Item>
  readonly isWithdrawn: (itemId: string) => boolean
  readonly accountsOf: AccountsOf
  readonly persons: Persons
  readonly tickets: Tickets
  /** Something changed in the book of a hall that is ours. */
  readonly changed: (hallId: string) => void
  readonly verifyPresence: (presence: string, hallId: string, now: number) => unknown
}

const termsOf = (config: Config): BookingTerms => ({
  holdMinutes: config.HOLD_MINUTES, offerMinutes: config.OFFER_MINUTES, offersADay: config.OFFERS_A_DAY, cancelHours: config.CANCEL_HOURS,
  earlyMinutes: config.CHECK_IN_EARLY_MINUTES, lateMinutes: config.CHECK_IN_LATE_MINUTES, bookingsToCome: config.BOOKINGS_TO_COME,
  noShowsAllowed: config.NO_SHOWS, noShowDays: config.NO_SHOW_DAYS, restrictionDays: config.RESTRICTION_DAYS, clockGuardMs: config.CLOCK_GUARD_MS,
})

const bookingHalls = (directory: HallDirectory): BookingHalls => ({
  find: (hallId) => directory.find(hallId),
  all: () => directory.halls,
  near: (near, district) => directory.search({ near, district, cursor: 0, limit: MOST_HALLS }).halls,
  workOn: (hallId, dayStart, hours) => {
    const hall = directory.find(hallId)
    return hall ? spansOf(hall, dayStart, hours ? hours.map((day) => day.map(([from, until]): [string, string] => [from, until])) : undefined) : []
  },
})

/** Joins the appointments with what serves them: the city's booking platform where a hall's file names it, else our own book. */
export const wireAppointments = ({ config, redis, clock, logger, systems, directory, items, isWithdrawn, accountsOf, persons, tickets, changed, verifyPresence }: Parts) => {
  const terms = termsOf(config)
  const engine = touchingBook(createAppointmentEngine({ redis, terms }), changed)
  const serving = systems.choose<BookPort>(engine, (hallId) => directory.find(hallId)?.systems.book, (upstream, system) =>
    remembered(createCityBooking(upstream, system, clock, terms), createGuests(redis, system.systemId)))
  const bookOf = (hallId: string): BookPort => serving.of({ hallId })
  const books = serving.keepers(directory.halls)
  const service = new AppointmentService({
    halls: bookingHalls(directory), items: { minutes: (itemId) => items.get(itemId)?.minutes, isWithdrawn }, accountsOf, persons, tickets,
    bookOf, books, terms, presences: { verify: verifyPresence }, clock,
  })
  const lineOf = (hallId: string, lineId: string, day: string): DayOfLine | null =>
    (directory.find(hallId) ? service.lineOf({ hallId, lineId, day }, clock()) : null)
  // Each by itself, so that none waits for a slow one.
  const rounds = books.map(({ port }) => new Sweeper({ book: port, lineOf, clock, everyMs: config.SWEEP_SECONDS * 1000 }, (error) => logger.error({ problem: String(error) }, 'holds could not be looked after')))
  const waiting = new WaitingService(service)
  return {
    service, waiting,
    book: { closeDay: (hallId: string, day: string, now: number) => bookOf(hallId).closeDay(hallId, day, now) },
    rounds,
    read: (hallId: string, appointmentId: string, now: number) => bookOf(hallId).read(appointmentId, null, now),
    handlers: appointmentRoutes(service, waiting, new DeskService(service)),
  }
}
