import type { EndpointName } from '@shared/endpoints'
import { ContractError } from '@shared/errors'
import { serviceDay } from '@shared/time'
import { createHallQueue } from './backends/hallqueue/hallQueue'
import { createWorkCalendar } from './platform/workCalendar'
import { loadItems } from './capabilities/catalogue/config'
import { loadHalls } from './capabilities/halls/config'
import { HallDirectory } from './capabilities/halls/directory'
import { afterOpenMinutes, hoursAt } from './capabilities/halls/hours'
import { hallRoutes } from './capabilities/halls/routes'
import { createHallService } from './capabilities/halls/service'
import { presenceRoutes } from './capabilities/presence/routes'
import { createPresenceService } from './capabilities/presence/service'
import { createSigners } from './capabilities/presence/signers'
import { DayCloser } from './capabilities/queue/closing'
import type { Halls, QueuePort } from './capabilities/queue/port'
import { queueRoutes } from './capabilities/queue/routes'
import { QueueService } from './capabilities/queue/service'
import { visited } from './capabilities/queue/visited'
import { WindowService } from './capabilities/queue/windows'
import { rushRoutes } from './capabilities/rush/routes'
import { createRushService } from './capabilities/rush/service'
import { createRushSigner } from './capabilities/rush/signer'
import { staffHandlers } from './capabilities/staff/routes'
import { createStaffService } from './capabilities/staff/service'
import { loadSupervision } from './capabilities/supervision/config'
import type { Config } from './config'
import { appointmentScripts } from './engine/appointments/scripts'
import { callScripts } from './engine/calls/scripts'
import { caseScripts } from './engine/cases/scripts'
import { catalogueScripts } from './engine/catalogue/scripts'
import { identityScripts } from './engine/identity/scripts'
import { personScripts } from './engine/persons/scripts'
import { outboxScripts } from './engine/outbox/scripts'
import { createQueueEngine } from './engine/queue/engine'
import { queueScripts } from './engine/queue/scripts'
import { createVisits } from './engine/queue/visits'
import { photoScripts } from './engine/photos/scripts'
import { ratingScripts } from './engine/ratings/scripts'
import { loadScripts, scriptsLoaded, type Script } from './engine/script'
import { createStaffStore } from './engine/staff/engine'
import { createFactorStore } from './engine/staff/factors'
import { staffScripts } from './engine/staff/scripts'
import { tokenScripts } from './engine/tokens/scripts'
import { createFigures } from './engine/supervision/figures'
import { figureScripts } from './engine/supervision/scripts'
import { messageScripts } from './engine/notifications/scripts'
import { createPersonIds } from './personIds'
import type { Authenticators, Handlers } from './http/call'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import { redisHealth, type Redis } from './platform/redis'
import { createSealing } from './platform/sealing'
import { deriveKey } from './platform/secrets'
import { touchingQueue, watchingQueue } from './touching'
import { wireAppointments } from './wiringAppointments'
import { wireCalls } from './wiringCalls'
import { wireCases } from './wiringCases'
import { wireCatalogue } from './wiringCatalogue'
import { wireIdentity } from './wiringIdentity'
import { wireMyData } from './wiringMyData'
import { wireNotifications } from './wiringNotifications'
import { wirePersons } from './wiringPersons'
import { wirePhotos } from './wiringPhotos'
import { wirePlatforms } from './wiringPlatforms'
import { wireRatings } from './wiringRatings'
import { wireSupervision } from './wiringSupervision'
import { wireSystems } from './wiringSystems'
import { wireTextCheck } from './wiringTextCheck'

export interface Parts { readonly config: Config; readonly redis: Redis; readonly clock: Clock; readonly logger: Logger; readonly metrics: Metrics }

export const allScripts: readonly Script[] = [...Object.values(queueScripts), ...Object.values(appointmentScripts), ...Object.values(personScripts), ...Object.values(identityScripts), ...Object.values(tokenScripts), ...Object.values(ratingScripts), ...Object.values(outboxScripts), ...Object.values(staffScripts), ...Object.values(catalogueScripts), ...Object.values(caseScripts), ...Object.values(callScripts), ...Object.values(photoScripts), ...Object.values(figureScripts), ...Object.values(messageScripts)]

/** Joins capabilities with what serves them. The only place that knows both. */
export const wire = ({ config, redis, clock, logger, metrics }: Parts) => {
  const items = loadItems(config.ITEMS_FILE)
  const systems = wireSystems({ config, clock, logger, metrics })
  const directory = new HallDirectory(loadHalls(config.HALLS_DIR, items, systems.all))
  const halls: Halls = {
    find: (hallId) => directory.find(hallId),
    all: () => directory.halls,
    hoursAt: (hallId, now) => {
      const hall = directory.find(hallId)
      return hall ? hoursAt(hall, now) : { open: false, expiresAt: null }
    },
    afterOpenMinutes: (hallId, now, minutes) => {
      const hall = directory.find(hallId)
      return hall ? afterOpenMinutes(hall, now, minutes) : null
    },
  }
  const presence = createPresenceService({
    halls: directory, signers: createSigners(config.APP_SECRET), publicUrl: config.PUBLIC_URL, presenceSeconds: config.PRESENCE_SECONDS, now: clock,
  })
  const engine = touchingQueue(createQueueEngine({ redis, ticketDays: config.TICKET_DAYS }), (hallId) => messages.touch(hallId, 'queue'))
  const visits = createVisits({ redis, ticketDays: config.TICKET_DAYS })
  const keptQueueOf = (hallId: string) => directory.find(hallId)?.systems.queue
  const queues = systems.choose<QueuePort>(engine, keptQueueOf, (upstream, system) => watchingQueue(
    visited(createHallQueue(upstream, system, clock), visits, (hallId) => keptQueueOf(hallId) === system.systemId),
    (owner, position) => messages.watch(owner, position),
  ))
  const queueOf = queues.of
  const sealing = sealingOf(config)
  const platforms = wirePlatforms({ config, redis, clock, logger, metrics, sealing })
  const rules = loadSupervision(config.SUPERVISION_FILE, (hallId) => directory.find(hallId) !== undefined)
  const figures = createFigures(redis)
  const personIds = createPersonIds(deriveKey(config.APP_SECRET, 'person'))
  const who = wireIdentity({
    config, redis, clock, logger, sealing, personIds, platforms,
    joined: [
      (citizenId, joined) => people.persons.merge(citizenId, joined),
      (citizenId, joined) => messages.merge(citizenId, joined),
      async (citizenId, joined) => {
        const { appointments: visits, missing } = await appointments.service.list(citizenId)
        // A number that may have come of an appointment is never taken away.
        if (missing.length === 0) await queue.holders.merge(citizenId, joined, new Set(visits.flatMap(({ ticketId }) => ticketId ?? [])))
      },
    ],
  })
  const accountsOf = (citizenId: string): Promise<readonly string[]> => who.identity.accountsOf(citizenId)
  const photos = wirePhotos({ config, redis, clock, logger, sealing, accountsOf })
  const ratings = wireRatings({
    config, redis, clock, logger, metrics, sealing, systems, directory, items, queueOf, photos: photos.photos, rules, isWorkingDay: createWorkCalendar(),
    shelved: () => catalogue.service.shelf.current(), realNameOf: who.realNameOf, accountsOf, cases: () => cases.service,
    index: { listCity: (ended, from, most) => figures.ordersOf('city', ended, from, most) },
    checkText: wireTextCheck({ config, token: platforms.wechatToken, clock, logger, metrics, openidOf: who.openidOf, count: (verdict) => metrics.textChecks.inc({ verdict }) }),
  })
  const queue = new QueueService({ halls, presences: { verify: presence.verifyPresence }, queueOf, keepers: queues.keepers(directory.halls), isWithdrawn: (itemId) => catalogue.isWithdrawn(itemId), accountsOf, ratedAmong: ratings.store.ratedAmong, clock })
  const windows = new WindowService(queue, queueOf, halls, clock)
  const staff = createStaffService({
    store: createStaffStore(redis), factors: createFactorStore(redis), halls: { has: (hallId) => directory.find(hallId) !== undefined }, clock, sealing,
    sessionHours: config.STAFF_SESSION_HOURS, idleMinutes: config.STAFF_IDLE_MINUTES, secondFactor: config.STAFF_SECOND_FACTOR,
    audit: (event) => logger.info(event, 'second factor of staff'),
    lock: { failures: config.STAFF_LOCK_FAILURES, minutes: config.STAFF_LOCK_MINUTES },
  })

  const people = wirePersons({ config, redis, clock, personIds, realNameOf: who.realNameOf, nameCheck: who.nameCheck, authorisations: who.authorisations })
  const appointments = wireAppointments({
    config, redis, clock, logger, systems, directory, items, tickets: { take: (order) => queue.takeBooked(order) }, verifyPresence: presence.verifyPresence,
    accountsOf, persons: {
      find: (citizenId, personId) => people.persons.find(citizenId, personId), selfOf: who.personIdOf,
      idsOf: async (citizenId) => [...await people.persons.idsOf(citizenId), ...[await who.personIdOf(citizenId)].flatMap((own) => own ?? [])],
    },
    isWithdrawn: (itemId) => catalogue.isWithdrawn(itemId), changed: (hallId) => messages.touch(hallId, 'book'),
  })

  const catalogue = wireCatalogue({ config, redis, clock, logger, halls: directory, items, systems })

  const cases = wireCases({
    config, redis, clock, logger, sealing, systems, guides: catalogue.guides,
    names: { of: who.realNameOf }, enterprises: { find: (citizenId, personId) => people.persons.findEnterprise(citizenId, personId) },
    visits: {
      find: async (citizenId, ticketId) => {
        const { number, hallId, state, endedAt, rated } = await queue.read(citizenId, ticketId, null)
        return { number, hallId, finishedAt: state === 'finished' ? endedAt : null, rated }
      },
    },
  })

  const supervision = wireSupervision({ config, redis, clock, logger, rules, figures, directory, halls, items, shelf: catalogue.service.shelf, queueOf, orders: ratings.orders })
  const calls = wireCalls({ config, redis, clock, logger, directory })

  const messages = wireNotifications({
    config, redis, clock, logger, metrics, sealing, directory, items, shelf: catalogue.service.shelf, online: rules.online, queue, queueOf, readAppointment: appointments.read,
    token: platforms.wechatToken, exists: async (account) => (await who.store.read(account)).exists, citizenOf: async (account) => (await accountsOf(account))[0] ?? account, handlesOf: who.handlesOf,
    realNameOf: who.realNameOf, findEnterprise: (citizenId, personId) => people.persons.findEnterprise(citizenId, personId),
  })

  const rush = createRushService({ signer: createRushSigner(config.APP_SECRET), clock, rate: config.RUSH_RATE, bits: config.RUSH_BITS })

  const myData = wireMyData({ clock, who, persons: people.persons, queue, appointments: appointments.service, waiting: appointments.waiting, ratings: ratings.service, messages: messages.own, ticketDays: config.TICKET_DAYS, copyDays: config.CASE_COPY_DAYS })

  const handlers: Handlers<EndpointName> = {
    ...systemRoutes(redis),
    ...hallRoutes(createHallService({ directory, live: { waiting: (ids) => queue.waiting(ids) }, now: clock })),
    ...catalogue.handlers,
    ...presenceRoutes(presence),
    ...who.handlers,
    ...myData.handlers,
    ...queueRoutes(queue, windows),
    ...appointments.handlers,
    ...rushRoutes(rush, appointments.handlers),
    ...people.handlers,
    ...ratings.handlers,
    ...photos.handlers,
    ...supervision.handlers,
    ...calls.handlers,
    ...cases.handlers,
    ...messages.followed(cases.handlers),
    ...messages.handlers,
    ...staffHandlers(staff),
  }
  const authenticators: Authenticators = { citizen: (token) => who.identity.authenticate(token), staff: staff.authenticate, screen: presence.screenKeyValid }
  const closer = new DayCloser({
    halls, clock, days: config.TICKET_DAYS, checkMs: config.CLOSE_CHECK_SECONDS * 1000,
    closeDay: async (hall, dayStart, now) =>
      await queueOf(hall).closeDay(hall, dayStart, now) + await appointments.book.closeDay(hall.hallId, serviceDay(dayStart), now),
  }, (hallId, error) => logger.error({ hallId, problem: String(error) }, 'a hall’s day could not be closed'))
  return { handlers, authenticators, rounds: [closer, ...appointments.rounds, ...catalogue.rounds, ...ratings.rounds, ...photos.rounds, ...supervision.rounds, ...calls.rounds, ...cases.rounds, ...messages.rounds], staff, hallCount: directory.halls.length }
}

/** The keys of the settings; without any, one derived from the secret. The derived one still opens what it sealed once there are others. */
export const sealingOf = ({ APP_SECRET, DATA_KEYS, DATA_CIPHER }: Pick<Config, 'APP_SECRET' | 'DATA_KEYS' | 'DATA_CIPHER'>) =>
  createSealing([...[...DATA_KEYS].map(([id, key]) => ({ id, key: Buffer.from(key, 'hex') })), { id: '0', key: deriveKey(APP_SECRET, 'data') }], DATA_CIPHER)

const systemRoutes = (redis: Redis): Handlers<'healthz' | 'readyz'> => ({
  healthz: async () => ({ alive: true }),
  readyz: async () => {
    const ready = await Promise.all([redisHealth(redis), scriptsLoaded(redis, allScripts)])
      .catch((cause: unknown) => { throw Object.assign(new ContractError('UNAVAILABLE'), { cause }) })
    const [health, loaded] = ready
    // Redis forgets scripts when it restarts or is told to.
    if (!loaded) await loadScripts(redis, allScripts).catch((cause: unknown) => { throw Object.assign(new ContractError('UNAVAILABLE'), { cause }) })
    return { ready: true, redis: health.version, durable: health.durable }
  },
})
