import type { Redis } from 'ioredis'
import { createHash } from 'node:crypto'

/** Sessions live a little longer each time they are used. */
const isSession = (key: string): boolean => key.startsWith('{session:')

/** What a key holds, in an order of our own: Redis gives a hash or a set in the order of its buckets, which move by themselves. */
const contentOf = async (redis: Redis, key: string): Promise<unknown> => {
  switch (await redis.type(key)) {
    case 'string': return redis.get(key)
    case 'hash': return Object.entries(await redis.hgetall(key)).sort()
    case 'set': return (await redis.smembers(key)).sort()
    case 'zset': return redis.zrange(key, '0', '-1', 'WITHSCORES')
    case 'list': return redis.lrange(key, 0, -1)
    case 'stream': return redis.xrange(key, '-', '+')
    default: return null
  }
}

/** One text for all that a database holds, sessions left out: equal before and after means that nothing was changed. */
export const databaseDigest = async (redis: Redis): Promise<string> => {
  const keys: string[] = []
  for await (const portion of redis.scanStream({ count: 1_000 })) keys.push(...(portion as string[]).filter((key) => !isSession(key)))
  const sorted = [...new Set(keys)].sort()
  const contents = await Promise.all(sorted.map((key) => contentOf(redis, key)))
  return `${sorted.length} keys ${createHash('sha256').update(JSON.stringify([sorted, contents])).digest('base64url')}`
}
