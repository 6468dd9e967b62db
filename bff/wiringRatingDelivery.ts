import { createRatingPlatform } from './backends/rating/ratingPlatform'
import { usualSettings } from './backends/upstream'
import type { RatingDelivery } from './capabilities/ratings/port'
import type { Config } from './config'
import { createOutbox } from './engine/outbox/outbox'
import { OutboxWorker, type Verdict } from './engine/outbox/worker'
import { RATINGS_OUTBOX } from './engine/ratings/keys'
import type { KeptRatings } from './engine/ratings/store'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'
import type { Redis } from './platform/redis'
import type { Systems } from './wiringSystems'

const SHORTEST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 600_000

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly systems: Systems
  /** Every place that ratings come from. */
  readonly halls: readonly string[]
  readonly store: KeptRatings
}

/** The workers that bring ratings to the platform; none where no platform is configured, and ratings are only kept. */
export const deliverRatings = ({ config, redis, clock, logger, metrics, systems, halls, store }: Parts): OutboxWorker[] =>
  systems.servedBy('rating-platform').slice(0, 1).map((system) => {
    const platform = createRatingPlatform(systems.upstreamFor(system.systemId), system, clock, logger, { appId: config.RATING_APP_ID, channel: config.RATING_CHANNEL })
    const firstMs = Math.max(SHORTEST_PAUSE_MS, 2 * (system.budgetMs ?? usualSettings.budgetMs))
    return new OutboxWorker({
      outbox: createOutbox(redis, RATINGS_OUTBOX, { firstMs, longestMs: LONGEST_PAUSE_MS }), halls,
      deliver: deliveryOf(store, platform), everyMs: config.RATING_DELIVERY_SECONDS * 1000, release: config.RATING_RELEASE_REFUSED,
      show: ({ waiting, parked, oldestAt }) => {
        metrics.outboxEntries.set({ outbox: RATINGS_OUTBOX, state: 'waiting' }, waiting)
        metrics.outboxEntries.set({ outbox: RATINGS_OUTBOX, state: 'parked' }, parked)
        metrics.outboxOldest.set({ outbox: RATINGS_OUTBOX }, oldestAt === null ? 0 : Math.max(0, (clock() - oldestAt) / 1000))
      },
      count: (outcome) => metrics.outboxDeliveries.inc({ outbox: RATINGS_OUTBOX, outcome }),
    }, {
      parked: (hallId, ratingId, said) => logger.error({ hallId, ratingId, said }, 'a rating was refused by the platform and is kept aside'),
      failed: (hallId, error) => logger.error({ hallId, problem: String(error) }, 'ratings could not be brought to the platform'),
    })
  })

/** Sends the rating as it is kept; who rated is forgotten once the platform has it. */
const deliveryOf = (store: Pick<KeptRatings, 'toSend' | 'forgetRater'>, platform: RatingDelivery) => async (ratingId: string): Promise<Verdict> => {
  const rating = await store.toSend(ratingId)
  if (!rating) return { kind: 'refused', code: 'MISSING' }
  const verdict = await platform.deliver(rating)
  if (verdict.kind === 'delivered' && rating.rater) await store.forgetRater(ratingId)
  return verdict
}
