import { createHash } from 'node:crypto'
import { hallOfTicket } from '@shared/ids'
import type { KeptRating, Rated, Rater, RatingStore, RatingToSend, StoredRating, Submission } from '../../capabilities/ratings/port'
import type { Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'
import { outboxKey } from '../outbox/keys'
import { accept } from '../reply'
import { ratingKey, RATINGS_OUTBOX, ratingsOfKey } from './keys'
import { ratingScripts as scripts } from './scripts'

/** Of one citizen, the latest; who has more has had them deleted or can live without the oldest in a list. */
const MOST_LISTED = 200

const digestOf = ({ level, tags, text, photos, anonymous }: KeptRating): string =>
  createHash('sha1').update(JSON.stringify([level, tags, text, photos, anonymous])).digest('base64url')

export interface KeptRatings extends RatingStore {
  /** All that the platform is told of a rating; null when there is none. */
  readonly toSend: (ratingId: string) => Promise<RatingToSend | null>
  /** The platform has it: who rated need not be known here any longer. */
  readonly forgetRater: (ratingId: string) => Promise<void>
}

/** Ratings in Redis, in the slot of their hall, kept without an end. */
export const createRatingStore = (redis: Redis, sealing: Sealing): KeptRatings => {
  const keysOf = (ratingId: string): string[] => [ratingKey(ratingId), outboxKey(hallOfTicket(ratingId), RATINGS_OUTBOX)]
  const argsOf = ({ rating, key, facts, rated, rater, owner, shownAs, order }: Submission, fourth: string, ninth: number): (string | number)[] => [
    JSON.stringify(rating), key, digestOf(rating), fourth, rater ? sealing.seal(JSON.stringify(rater), rating.ratingId) : '', JSON.stringify(facts),
    owner, shownAs ?? '', ninth, order?.contactBy ?? '', order?.rectifyBy ?? '', rated.clerk ?? '',
  ]
  const leave = async (owner: string, { ratingId, ratedAt }: KeptRating): Promise<void> => {
    if (owner === '') return
    await harmless(() => redis.zadd(ratingsOfKey(owner), 'NX', ratedAt, ratingId))
  }
  return {
    submit: async (given) => {
      // Sent together, in this order: on one connection Redis keeps it.
      const [, reply] = await Promise.all([
        leave(given.owner, given.rating),
        scripts.submit.run(redis, keysOf(given.rating.ratingId), argsOf(given, JSON.stringify(given.rated), given.rating.ratedAt)),
      ])
      return accept(reply)[0] as 'new' | 'replay'
    },
    change: async (given, limitMs) => {
      accept(await scripts.change.run(redis, keysOf(given.rating.ratingId), argsOf(given, String(given.rating.changedAt), limitMs)))
    },
    remove: async (ratingId, owner, now) => {
      const kept = await harmless(() => redis.hget(ratingKey(ratingId), 'rating'))
      const { level, source, ratedAt, changedAt } = kept ? JSON.parse(kept) as KeptRating : { level: 3, source: 'ACTIVE' as const, ratedAt: now, changedAt: null }
      const left: KeptRating = { ratingId, level, tags: [], text: '', photos: [], anonymous: true, source, ratedAt, changedAt }
      accept(await scripts.remove.run(redis, keysOf(ratingId), [now, owner, JSON.stringify(left)]))
    },
    read: async (ratingId) => {
      const [rating, visit, owner, shown, gone, out] = await harmless(() => redis.hmget(ratingKey(ratingId), 'rating', 'visit', 'owner', 'shown', 'gone', 'out'))
      if (!rating || !visit) return null
      const stored: StoredRating = { rating: JSON.parse(rating) as KeptRating, rated: JSON.parse(visit) as Rated, owner: owner ?? '', shownAs: shown ?? null, deleted: gone === '1', withdrawn: out === '1' }
      return stored
    },
    listOf: (citizenId, most) => harmless(async () => {
      const ids = await redis.zrevrange(ratingsOfKey(citizenId), 0, most - 1)
      // Whoever looks at a long list has it cut: it is looked at far less often than it grows.
      if (ids.length >= MOST_LISTED) await redis.zremrangebyrank(ratingsOfKey(citizenId), 0, -MOST_LISTED - 1)
      return ids
    }),
    ratedAmong: async (ticketIds) => {
      const found = await harmless(() => Promise.all(ticketIds.map((id) => redis.exists(ratingKey(id)))))
      return new Set(ticketIds.filter((_, i) => found[i] === 1))
    },
    toSend: async (ratingId) => {
      const [rating, visit, sealed, rev, gone] = await harmless(() => redis.hmget(ratingKey(ratingId), 'rating', 'visit', 'rater', 'rev', 'gone'))
      if (!rating || !visit) return null
      const rater = sealed ? sealing.open(sealed, ratingId) : null
      return {
        rating: JSON.parse(rating) as KeptRating, rated: JSON.parse(visit) as Rated, rater: rater === null ? null : JSON.parse(rater) as Rater,
        revision: rev === '2' ? 2 : 1, deleted: gone === '1',
      }
    },
    forgetRater: async (ratingId) => {
      await harmless(() => redis.hdel(ratingKey(ratingId), 'rater'))
    },
  }
}
