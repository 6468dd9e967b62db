import type { Visits } from '../../capabilities/queue/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { secondsToKeep, visitsKey } from './keys'
import { queueScripts as scripts } from './scripts'

/** Where citizens took numbers, also in halls whose queue is not ours. */
export const createVisits = ({ redis, ticketDays }: { readonly redis: Redis; readonly ticketDays: number }): Visits => ({
  remember: async (citizenId, hallId, now) => { await harmless(() => scripts.visit.run(redis, [visitsKey(citizenId, now)], [hallId, secondsToKeep(now, ticketDays)])) },
  hallsOf: (citizenId, now) => harmless(() => redis.smembers(visitsKey(citizenId, now))),
})
