import { createHash } from 'node:crypto'
import { hallOfTicket } from '@shared/ids'
import type { Rating } from '@shared/ratings'
import type { RatedVisit, Rater, RatingStore, RatingToSend } from '../../capabilities/ratings/port'
import type { Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'
import { outboxKey } from '../outbox/keys'
import { accept } from '../reply'
import { ratingKey, RATINGS_OUTBOX } from './keys'
import { ratingScripts as scripts } from './scripts'

const digestOf = ({ level, tags, text }: Rating): string => createHash('sha1').update(JSON.stringify([level, tags, text])).digest('base64url')

export interface KeptRatings extends RatingStore {
  /** All that the platform is told of a rating; null when there is none. */
  readonly toSend: (ticketId: string) => Promise<RatingToSend | null>
  /** The platform has it: who rated need not be known here any longer. */
  readonly forgetRater: (ticketId: string) => Promise<void>
}

/** Ratings in Redis, in the slot of their hall, kept without an end. */
export const createRatingStore = (redis: Redis, sealing: Sealing): KeptRatings => ({
  submit: async (rating, key, visit, rater) => {
    const { ticketId } = rating
    const [kept] = accept(await scripts.submit.run(redis, [ratingKey(ticketId), outboxKey(hallOfTicket(ticketId), RATINGS_OUTBOX)],
      [JSON.stringify(rating), key, digestOf(rating), JSON.stringify(visit), rater ? sealing.seal(JSON.stringify(rater), ticketId) : '', ticketId])) as [string]
    return JSON.parse(kept) as Rating
  },
  read: async (ticketId) => {
    const kept = await harmless(() => redis.hget(ratingKey(ticketId), 'rating'))
    return kept ? JSON.parse(kept) as Rating : null
  },
  ratedAmong: async (ticketIds) => {
    const found = await harmless(() => Promise.all(ticketIds.map((id) => redis.exists(ratingKey(id)))))
    return new Set(ticketIds.filter((_, i) => found[i] === 1))
  },
  toSend: async (ticketId) => {
    const [rating, visit, sealed] = await harmless(() => redis.hmget(ratingKey(ticketId), 'rating', 'visit', 'rater'))
    if (!rating || !visit) return null
    const rater = sealed ? sealing.open(sealed, ticketId) : null
    return { rating: JSON.parse(rating) as Rating, visit: JSON.parse(visit) as RatedVisit, rater: rater === null ? null : JSON.parse(rater) as Rater }
  },
  forgetRater: async (ticketId) => {
    await harmless(() => redis.hdel(ratingKey(ticketId), 'rater'))
  },
})
