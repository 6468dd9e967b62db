import type { Bulletin } from '@shared/bulletins'
import type { BulletinStore } from '../../capabilities/supervision/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'

const bulletinKey = (bulletinId: string): string => `{figures}:bulletin:${bulletinId}`
const listKey = (kind: string): string => `{figures}:bulletins:${kind}`
type Heading = Pick<Bulletin, 'bulletinId' | 'kind' | 'from' | 'to' | 'madeAt'>

/** Bulletins in Redis, each whole as it was made, kept without an end. */
export const createBulletinStore = (redis: Redis): BulletinStore => ({
  keep: (bulletin) => harmless(async () => {
    const { bulletinId, kind, from, to, madeAt } = bulletin
    // Listed once it is there; whoever comes second lists what the first one kept.
    const kept = await redis.set(bulletinKey(bulletinId), JSON.stringify(bulletin), 'NX') === 'OK' ? { bulletinId, kind, from, to, madeAt } : await read(redis, bulletinId)
    if (kept) await redis.hset(listKey(kind), from, JSON.stringify({ bulletinId, kind, from, to, madeAt: kept.madeAt }))
  }),
  read: (bulletinId) => harmless(() => read(redis, bulletinId)),
  // By the list, which is written last: one that was cut short is made again, and what was kept first stays.
  has: (bulletinIds) => harmless(async () => (await Promise.all(bulletinIds.map((id) => redis.hexists(listKey(id.slice(0, id.indexOf('-'))), id.slice(id.indexOf('-') + 1))))).map((found) => found === 1)),
  list: (kind, most) => harmless(async () => {
    const all = Object.entries(await redis.hgetall(listKey(kind))).sort(([a], [b]) => (a < b ? 1 : -1))
    return all.slice(0, most).map(([, text]) => JSON.parse(text) as Heading)
  }),
})

const read = async (redis: Redis, bulletinId: string): Promise<Bulletin | null> => {
  const text = await redis.get(bulletinKey(bulletinId))
  return text === null ? null : JSON.parse(text) as Bulletin
}
