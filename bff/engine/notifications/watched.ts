import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { WATCHED } from './keys'

interface Watched { readonly ticketId: string; readonly hallId: string; readonly owner: string; readonly shown: number | null; readonly since: number }

/** Numbers in halls whose queue is another system's, in Redis, until they are over. */
export const createWatched = (redis: Redis) => ({
  watch: ({ ticketId, ...rest }: Watched) => harmless(async () => { await redis.hset(WATCHED, ticketId, JSON.stringify(rest)) }),
  all: () => harmless(async () => Object.entries(await redis.hgetall(WATCHED)).map(([ticketId, text]): Watched => ({ ticketId, ...JSON.parse(text) as Omit<Watched, 'ticketId'> }))),
  forget: (ticketId: string) => harmless(async () => { await redis.hdel(WATCHED, ticketId) }),
})
