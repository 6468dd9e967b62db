import { channel } from '@shared/identity'
import { z } from 'zod'
import type { SessionRecord, SessionStore } from '../../capabilities/identity/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { pairsOf } from '../reply'
import { devicesKey, sessionKey } from './keys'
import { identityScripts as scripts } from './scripts'

/** A session in use is written to no more often than this. */
const NOTE_MS = 600_000

const kept = z.object({
  citizen: z.string().min(1), name: z.string(), channel, id: z.string(), device: z.string(), since: z.coerce.number(), seen: z.coerce.number(), until: z.coerce.number(),
})
const recordOf = (flat: readonly string[]): SessionRecord => {
  const { citizen, name, channel: by, id, device, since, seen, until } = kept.parse(pairsOf(flat))
  return { citizenId: citizen, name, channel: by, deviceId: id, device, signedInAt: since, seenAt: seen, until }
}

/** Citizens' sessions in Redis. Each act is harmless to repeat, so a lost answer is told as UNAVAILABLE. */
export const createSessionStore = (redis: Redis): SessionStore => {
  const touch = (tokenHash: string, idleMs: number, now: number, noteMs: number): Promise<SessionRecord | null> => harmless(async () => {
    const flat = await scripts.touch_session.run(redis, [sessionKey(tokenHash)], [now, idleMs, noteMs]) as string[] | null
    return flat === null ? null : recordOf(flat)
  })
  const end = (tokenHash: string): Promise<void> => harmless(async () => { await redis.del(sessionKey(tokenHash)) })
  return {
    save: (tokenHash, session, idleMs) => harmless(async () => {
      const { citizenId, deviceId, name, channel: by, device, signedInAt, seenAt, until } = session
      const lastsMs = Math.max(1, until - signedInAt)
      // In the list first, so that no session is ever missed by who ends them all.
      await redis.hset(devicesKey(citizenId), deviceId, tokenHash)
      await redis.pexpire(devicesKey(citizenId), lastsMs)
      await redis.multi().hset(sessionKey(tokenHash), { citizen: citizenId, name, channel: by, id: deviceId, device, since: signedInAt, seen: seenAt, until })
        .pexpire(sessionKey(tokenHash), Math.max(1, Math.min(idleMs, lastsMs))).exec()
    }),
    use: (tokenHash, idleMs, now) => touch(tokenHash, idleMs, now, NOTE_MS),
    end,
    listOf: async (citizenId, idleMs, now) => {
      const devices = Object.entries(await harmless(() => redis.hgetall(devicesKey(citizenId))))
      const found = await Promise.all(devices.map(async ([deviceId, tokenHash]) => ({ deviceId, tokenHash, session: await touch(tokenHash, idleMs, now, Infinity) })))
      const over = found.filter(({ session }) => session === null).map(({ deviceId }) => deviceId)
      if (over.length > 0) await harmless(async () => { await redis.hdel(devicesKey(citizenId), ...over) })
      return found.flatMap(({ tokenHash, session }) => (session ? [{ tokenHash, session }] : []))
    },
    endDevice: async (citizenId, deviceId) => {
      const tokenHash = await harmless(() => redis.hget(devicesKey(citizenId), deviceId))
      if (tokenHash === null) return null
      await end(tokenHash)
      await harmless(async () => { await redis.hdel(devicesKey(citizenId), deviceId) })
      return tokenHash
    },
  }
}
