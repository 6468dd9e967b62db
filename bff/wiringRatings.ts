import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import { createRatingPlatform } from './backends/rating/ratingPlatform'
import { usualSettings } from './backends/upstream'
import type { Item } from './capabilities/catalogue/config'
import type { CatalogueService } from './capabilities/catalogue/service'
import type { HallDirectory } from './capabilities/halls/directory'
import type { QueueHall, QueuePort } from './capabilities/queue/port'
import type { RatedVisit, Rater, RatingDelivery, Visits } from './capabilities/ratings/port'
import { ratingRoutes } from './capabilities/ratings/routes'
import { RatingService } from './capabilities/ratings/service'
import type { Config } from './config'
import { createOutbox } from './engine/outbox/outbox'
import { OutboxWorker, type Verdict } from './engine/outbox/worker'
import { RATINGS_OUTBOX } from './engine/ratings/keys'
import { createRatingStore, type KeptRatings } from './engine/ratings/store'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'
import type { Systems } from './wiringSystems'

const RATING_DAYS = 7
const SHORTEST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 600_000

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly sealing: Sealing
  readonly systems: Systems
  readonly directory: HallDirectory
  readonly items: ReadonlyMap<string, Item>
  readonly queueOf: (hall: QueueHall) => Pick<QueuePort, 'read'>
  /** The items as they stand now. */
  readonly shelved: () => ReturnType<CatalogueService['shelf']['current']>
  readonly realNameOf: (citizenId: string) => Promise<Rater | null>
}

/** Joins the ratings with where they are kept, and with the platform that is told of them; where none is configured they are only kept. */
export const wireRatings = (parts: Parts) => {
  const { config, redis, clock, sealing, realNameOf } = parts
  const store = createRatingStore(redis, sealing)
  const service = new RatingService({
    store, clock, days: RATING_DAYS, visits: visitsOf(parts),
    // A name that cannot be had now is a rating without one.
    raterOf: async (citizenId) => (config.RATING_REAL_NAMES ? realNameOf(citizenId).catch(() => null) : null),
  })
  return { store, handlers: ratingRoutes(service), rounds: workersOf(parts, store) }
}

const visitsOf = ({ directory, queueOf, items, shelved }: Pick<Parts, 'directory' | 'queueOf' | 'items' | 'shelved'>): Visits => {
  const itemOf = async (itemId: string): Promise<RatedVisit['item']> => {
    const [own, entry] = [items.get(itemId), (await shelved()).items.entries.get(itemId)]
    const code = entry?.record?.code ?? own?.code ?? null
    // What is in no catalogue is done at the window; of what is in one but cannot be looked up, most is not.
    return { code, name: entry?.name.zh ?? own?.name.zh ?? itemId, onTheSpot: entry?.record?.onTheSpot ?? code === null }
  }
  return {
    find: async (citizenId, ticketId) => {
      const hall = directory.find(hallOfTicket(ticketId))
      if (!hall) throw new ContractError('TICKET_NOT_FOUND')
      const { ticket } = await queueOf(hall).read(ticketId, citizenId, null)
      return {
        state: ticket.state, endedAt: ticket.endedAt,
        visit: {
          hallId: hall.hallId, district: hall.district, lineName: hall.lines.find(({ lineId }) => lineId === ticket.lineId)?.name.zh ?? ticket.lineId,
          item: ticket.itemId === null ? null : await itemOf(ticket.itemId), windowId: ticket.windowId, clerk: ticket.clerk ?? null,
        },
      }
    },
  }
}

const workersOf = ({ config, redis, clock, logger, metrics, systems, directory }: Parts, store: KeptRatings): OutboxWorker[] =>
  systems.servedBy('rating-platform').slice(0, 1).map((system) => {
    const platform = createRatingPlatform(systems.upstreamFor(system.systemId), system, clock, logger, { appId: config.RATING_APP_ID, channel: config.RATING_CHANNEL })
    const firstMs = Math.max(SHORTEST_PAUSE_MS, 2 * (system.budgetMs ?? usualSettings.budgetMs))
    return new OutboxWorker({
      outbox: createOutbox(redis, RATINGS_OUTBOX, { firstMs, longestMs: LONGEST_PAUSE_MS }), halls: directory.halls.map(({ hallId }) => hallId),
      deliver: deliveryOf(store, platform), everyMs: config.RATING_DELIVERY_SECONDS * 1000, release: config.RATING_RELEASE_REFUSED,
      show: ({ waiting, parked, oldestAt }) => {
        metrics.outboxEntries.set({ outbox: RATINGS_OUTBOX, state: 'waiting' }, waiting)
        metrics.outboxEntries.set({ outbox: RATINGS_OUTBOX, state: 'parked' }, parked)
        metrics.outboxOldest.set({ outbox: RATINGS_OUTBOX }, oldestAt === null ? 0 : Math.max(0, (clock() - oldestAt) / 1000))
      },
      count: (outcome) => metrics.outboxDeliveries.inc({ outbox: RATINGS_OUTBOX, outcome }),
    }, {
      parked: (hallId, ticketId, said) => logger.error({ hallId, ticketId, said }, 'a rating was refused by the platform and is kept aside'),
      failed: (hallId, error) => logger.error({ hallId, problem: String(error) }, 'ratings could not be brought to the platform'),
    })
  })

/** Sends the rating of a ticket as it is kept; who rated is forgotten once the platform has it. */
const deliveryOf = (store: Pick<KeptRatings, 'toSend' | 'forgetRater'>, platform: RatingDelivery) => async (ticketId: string): Promise<Verdict> => {
  const rating = await store.toSend(ticketId)
  if (!rating) return { kind: 'refused', code: 'MISSING' }
  const verdict = await platform.deliver(rating)
  if (verdict.kind === 'delivered' && rating.rater) await store.forgetRater(ticketId)
  return verdict
}
