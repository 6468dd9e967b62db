import { createHash } from 'node:crypto'
import { ContractError, type ErrorCode } from '@shared/errors'
import type { Rating } from '@shared/ratings'
import type { RatingStore } from '../../capabilities/ratings/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { ratingKey } from './keys'
import { ratingScripts as scripts } from './scripts'

const digestOf = ({ level, tags, text }: Rating): string => createHash('sha1').update(JSON.stringify([level, tags, text])).digest('base64url')

/** Ratings in Redis, in the slot of their hall, kept without an end. */
export const createRatingStore = (redis: Redis): RatingStore => ({
  submit: async (rating, key) => {
    const [verdict, said] = await scripts.submit.run(redis, [ratingKey(rating.ticketId)], [JSON.stringify(rating), key, digestOf(rating)]) as [string, string]
    if (verdict !== 'ok') throw new ContractError(said as ErrorCode)
    return JSON.parse(said) as Rating
  },
  read: async (ticketId) => {
    const kept = await harmless(() => redis.hget(ratingKey(ticketId), 'rating'))
    return kept ? JSON.parse(kept) as Rating : null
  },
  ratedAmong: async (ticketIds) => {
    const found = await harmless(() => Promise.all(ticketIds.map((id) => redis.exists(ratingKey(id)))))
    return new Set(ticketIds.filter((_, i) => found[i] === 1))
  },
})
