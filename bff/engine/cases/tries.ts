import { createHmac } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Tries } from '../../capabilities/cases/port'
import { redisFailure, type Redis } from '../../platform/redis'
import { TRIES_PREFIX } from './keys'

export interface TriesOptions {
  readonly redis: Redis
  /** Keys the hash under which a case's number is counted. */
  readonly nameKey: Buffer
  /** Wrong guesses allowed … */
  readonly most: number
  /** … within so many minutes of the first. */
  readonly minutes: number
}

/** Counts guesses at a case's number in Redis, for all processes. Without Redis nobody may guess. */
export const createTries = ({ redis, nameKey, most, minutes }: TriesOptions): Tries => {
  const limiter = new RateLimiterRedis({ storeClient: redis, keyPrefix: TRIES_PREFIX, points: most, duration: minutes * 60 })
  const nameOf = (caseNo: string): string => createHmac('sha256', nameKey).update(caseNo).digest('base64url')
  return {
    count: async (caseNo) => {
      try {
        await limiter.consume(nameOf(caseNo))
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw Object.assign(new ContractError('UNAVAILABLE'), { cause: redisFailure(thrown) })
        throw new ContractError('TOO_MANY_TRIES', { minutes: Math.max(1, Math.ceil(thrown.msBeforeNext / 60_000)) })
      }
    },
    // One that stays counted harms less than an answer that is withheld.
    forgive: async (caseNo) => { await limiter.reward(nameOf(caseNo)).catch(() => undefined) },
  }
}
