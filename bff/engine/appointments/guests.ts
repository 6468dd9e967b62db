import type { Guests } from '../../capabilities/appointments/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'

/** A book tells of the last ninety days. */
const KEPT_SECONDS = 100 * 86_400
const guestKey = (person: string): string => `{person:${person}}:elsewhere`

/** Who has booked in which outside system, by the system's id. */
export const createGuests = (redis: Redis, systemId: string): Guests => ({
  remember: (people) => harmless(async () => {
    for (const person of people) {
      await redis.sadd(guestKey(person), systemId)
      await redis.expire(guestKey(person), KEPT_SECONDS)
    }
  }),
  knows: (person) => harmless(async () => await redis.sismember(guestKey(person), systemId) === 1),
})
