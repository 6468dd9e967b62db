import { departmentOf } from '@shared/caseNumbers'
import type { LocalText } from '@shared/endpoint'
import { ONLINE } from '@shared/ratingFields'
import { randomUUID } from 'node:crypto'
import type { Item } from './capabilities/catalogue/config'
import type { CatalogueService } from './capabilities/catalogue/service'
import { districts } from './capabilities/halls/city'
import type { HallDirectory } from './capabilities/halls/directory'
import type { Halls, QueueHall, QueuePort } from './capabilities/queue/port'
import type { OrderService } from './capabilities/ratings/orders/service'
import { makeBulletin } from './capabilities/supervision/bulletins/making'
import { BulletinRound } from './capabilities/supervision/bulletins/round'
import type { SupervisionRules } from './capabilities/supervision/config'
import { createPlaces } from './capabilities/supervision/places'
import type { FigureStore } from './capabilities/supervision/port'
import { Projector } from './capabilities/supervision/projector'
import { supervisionRoutes } from './capabilities/supervision/routes'
import { WaitSampler } from './capabilities/supervision/sampler'
import { SupervisionService } from './capabilities/supervision/service'
import type { Config } from './config'
import { createBulletinStore } from './engine/supervision/bulletins'
import { createEventLogs } from './engine/supervision/eventLogs'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Redis } from './platform/redis'

const CITY = '440100'
const HOUR_MS = 3_600_000
const MOST_OVERDUE = 200

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly rules: SupervisionRules
  readonly figures: FigureStore
  readonly directory: HallDirectory
  readonly halls: Pick<Halls, 'all' | 'hoursAt'>
  readonly items: ReadonlyMap<string, Item>
  readonly shelf: CatalogueService['shelf']
  readonly queueOf: (hall: QueueHall) => Pick<QueuePort, 'board'>
  readonly orders: Pick<OrderService, 'overdue'>
}

/** Joins supervision with the logs it counts, the queues it looks at, and where the figures are kept. */
export const wireSupervision = ({ config, redis, clock, logger, rules, figures, directory, halls, items, shelf, queueOf, orders }: Parts) => {
  const promisedMinutes = (hallId: string): number => rules.promisedMinutesOf[hallId] ?? rules.promisedMinutes
  const holder = randomUUID()
  const places = createPlaces({
    halls: directory.halls, districtName: (district) => districts[district]?.name ?? null, city: CITY, online: rules.online, departments: departmentsOf(shelf),
    itemName: (code) => {
      const itemId = shelf.itemOf(code)
      return itemId === null ? null : shelf.now()?.items.entries.get(itemId)?.name ?? items.get(itemId)?.name ?? null
    },
  })
  const service = new SupervisionService({
    figures, places, promisedMinutes, minimum: config.RANKING_MINIMUM, soonMs: config.ORDER_WARN_HOURS * HOUR_MS, clock,
    lineName: (hallId, lineId) => directory.find(hallId)?.lines.find((line) => line.lineId === lineId)?.name ?? { zh: lineId, en: lineId },
  })
  const projector = new Projector({
    logs: createEventLogs(redis), figures, clock, everyMs: config.FIGURES_SECONDS * 1000, days: config.TICKET_DAYS, holder, codeOf: (itemId) => items.get(itemId)?.code ?? null,
    halls: [...directory.halls, { hallId: ONLINE, district: CITY }].map(({ hallId, district }) => ({ hallId, district, promisedMinutes: promisedMinutes(hallId) })),
  }, (hallId, error) => logger.error({ hallId, problem: String(error) }, 'what happened could not be counted'))
  const sampler = new WaitSampler({
    figures, promisedMinutes, clock, everyMs: config.WAITS_SECONDS * 1000, holder,
    waits: {
      open: (now) => halls.all().filter(({ hallId }) => halls.hoursAt(hallId, now).open).map(({ hallId }) => hallId),
      read: async (hallId, now) => {
        const hall = directory.find(hallId)
        // Whoever waits longest is only told beside those who are next.
        return hall ? (await queueOf(hall).board(hall, now, 1)).lines : []
      },
    },
  }, (error) => logger.error({ problem: String(error) }, 'waits could not be looked at'))
  const bulletins = createBulletinStore(redis)
  const round = new BulletinRound({
    store: bulletins, settle: () => projector.check(), hour: config.BULLETIN_HOUR, clock, everyMs: config.BULLETIN_CHECK_SECONDS * 1000,
    make: (period) => makeBulletin(period, { figures, places, minimum: config.RANKING_MINIMUM, overdue: () => orders.overdue(MOST_OVERDUE), clock }),
  }, (error) => logger.error({ problem: String(error) }, 'a bulletin could not be made'))
  return { handlers: supervisionRoutes(service, bulletins), rounds: [projector, sampler, round] }
}

/** The departments of the catalogue's items, as it names them; made anew when there is another edition. */
const departmentsOf = (shelf: Pick<CatalogueService['shelf'], 'now'>): (() => ReadonlyMap<string, LocalText>) => {
  let [of, names] = [shelf.now(), new Map<string, LocalText>()]
  return () => {
    const now = shelf.now()
    if (now === of && names.size > 0) return names
    of = now
    names = new Map([...(now?.items.entries.values() ?? [])].flatMap(({ record }) => (record ? [[departmentOf(record.code), { zh: record.department, en: record.department }] as const] : [])))
    return names
  }
}
