import type { Redis } from 'ioredis'

/** Everything a Redis holds. */
export type Memory = readonly { readonly key: string; readonly lastsMs: number; readonly value: Buffer }[]

export const remember = async (redis: Redis): Promise<Memory> => {
  const keys = await redis.keys('*')
  return Promise.all(keys.map(async (key) => {
    const [value, lastsMs] = await Promise.all([redis.dumpBuffer(key), redis.pttl(key)])
    return { key, lastsMs: Math.max(0, lastsMs), value: value ?? Buffer.alloc(0) }
  })).then((all) => all.filter(({ value }) => value.length > 0))
}

/** Puts everything back as it was, at once, so that nobody finds it empty meanwhile. */
export const putBack = async (redis: Redis, memory: Memory): Promise<void> => {
  const at = redis.multi().flushdb()
  for (const { key, lastsMs, value } of memory) at.restore(key, lastsMs, value)
  await at.exec()
}
