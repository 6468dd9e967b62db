import { createHmac } from 'node:crypto'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { followersKey, followsKey } from './keys'

/** A case that nobody has looked at for so long is told of to nobody. */
const KEPT_S = 180 * 86_400
/** More than a person and the agents of an enterprise hardly follow one case. */
const MOST = 10

export interface CaseFollowers {
  /** Whoever has seen a case as their own is told when it moves. */
  readonly follow: (citizenId: string, personId: string, caseNos: readonly string[], now: number) => Promise<void>
  readonly of: (caseNo: string) => Promise<{ readonly citizenId: string; readonly personId: string }[]>
  /** They may see it no more. */
  readonly unfollow: (caseNo: string, citizenId: string, personId: string) => Promise<void>
  /** They follow no case any more, as whomever. */
  readonly forget: (citizenId: string) => Promise<void>
}

/** Who follows which case, in Redis; cases by a keyed hash of their number. */
export const createFollowers = (redis: Redis, nameKey: Buffer): CaseFollowers => {
  const nameOf = (caseNo: string): string => createHmac('sha256', nameKey).update(caseNo).digest('base64url')
  const end = async (name: string, citizenId: string, personId: string): Promise<void> => {
    await redis.zrem(followersKey(name), `${citizenId} ${personId}`)
    await redis.zrem(followsKey(citizenId), `${name} ${personId}`)
  }
  return {
    follow: (citizenId, personId, caseNos, now) => harmless(async () => {
      const names = caseNos.map(nameOf)
      if (names.length === 0) return
      // Beside the citizen first: nothing that follows is overlooked when they are to be forgotten.
      const follows = followsKey(citizenId)
      await redis.zadd(follows, ...names.flatMap((name) => [String(now), `${name} ${personId}`]))
      await redis.zremrangebyscore(follows, '-inf', now - KEPT_S * 1_000)
      await redis.expire(follows, KEPT_S)
      await Promise.all(names.map(async (name) => {
        const key = followersKey(name)
        await redis.zadd(key, String(now), `${citizenId} ${personId}`)
        await redis.zremrangebyrank(key, 0, -(MOST + 1))
        await redis.expire(key, KEPT_S)
      }))
    }),
    of: (caseNo) => harmless(async () => (await redis.zrange(followersKey(nameOf(caseNo)), '0', '-1') as string[]).map((member) => {
      const [citizenId = '', personId = ''] = member.split(' ')
      return { citizenId, personId }
    })),
    unfollow: (caseNo, citizenId, personId) => harmless(() => end(nameOf(caseNo), citizenId, personId)),
    forget: (citizenId) => harmless(async () => {
      for (const member of await redis.zrange(followsKey(citizenId), '0', '-1') as string[]) {
        const [name = '', personId = ''] = member.split(' ')
        await end(name, citizenId, personId)
      }
    }),
  }
}
