import { createHmac } from 'node:crypto'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { followersKey } from './keys'

/** A case that nobody has looked at for so long is told of to nobody. */
const KEPT_S = 180 * 86_400
/** More than a person and the agents of an enterprise hardly follow one case. */
const MOST = 10

export interface CaseFollowers {
  /** Whoever has seen a case as their own is told when it moves. */
  readonly follow: (citizenId: string, personId: string, caseNos: readonly string[], now: number) => Promise<void>
  readonly of: (caseNo: string) => Promise<{ readonly citizenId: string; readonly personId: string }[]>
}

/** Who follows which case, in Redis; cases by a keyed hash of their number. */
export const createFollowers = (redis: Redis, nameKey: Buffer): CaseFollowers => {
  const keyOf = (caseNo: string): string => followersKey(createHmac('sha256', nameKey).update(caseNo).digest('base64url'))
  return {
    follow: (citizenId, personId, caseNos, now) => harmless(async () => {
      await Promise.all(caseNos.map(async (caseNo) => {
        const key = keyOf(caseNo)
        await redis.zadd(key, String(now), `${citizenId} ${personId}`)
        await redis.zremrangebyrank(key, 0, -(MOST + 1))
        await redis.expire(key, KEPT_S)
      }))
    }),
    of: (caseNo) => harmless(async () => (await redis.zrange(keyOf(caseNo), '0', '-1') as string[]).map((member) => {
      const [citizenId = '', personId = ''] = member.split(' ')
      return { citizenId, personId }
    })),
  }
}
