import type { ChangeLog } from '../../capabilities/cases/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { cursorKey, EVENTS_KEY, leaseKey, seenKey } from './keys'
import { caseScripts as scripts } from './scripts'

/** About so many events are kept for those who read them … */
const EVENTS = 100_000
/** … and so many ids of each source are remembered, which may come again. */
const REMEMBERED = 20_000

/** Changes of cases in Redis, all of them in one slot; each names a case and no person. */
export const createChangeLog = (redis: Redis): ChangeLog => ({
  begin: (sourceId, leaseMs) => harmless(async () => {
    if (await redis.set(leaseKey(sourceId), '1', 'PX', leaseMs, 'NX') === null) return null
    return { cursor: await redis.hget(cursorKey(sourceId), 'at') }
  }),
  // The same page again is the same as once: what is written is known by its id.
  write: (sourceId, changes, from, cursor) => harmless(async () => {
    const keys = [EVENTS_KEY, cursorKey(sourceId), seenKey(sourceId)]
    const pages = changes.map(({ eventId, caseNo, at, kind }) => ({ eventId, caseNo, at, kind }))
    return Math.max(0, Number(await scripts.write_changes.run(redis, keys, [from ?? '', cursor, JSON.stringify(pages), sourceId, EVENTS, REMEMBERED])))
  }),
})
