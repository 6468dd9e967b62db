import { channel } from '@shared/identity'
import { z } from 'zod'
import type { CitizenRecord, IdentityStore } from '../../capabilities/identity/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'

const citizenKey = (subjectHash: string): string => `{subject:${subjectHash}}:citizen`
const sessionKey = (tokenHash: string): string => `{session:${tokenHash}}:citizen`
const realNameKey = (citizenId: string): string => `{citizen:${citizenId}}:realname`
const openidKey = (citizenId: string): string => `{citizen:${citizenId}}:openid`

const stored = z.object({ citizenId: z.string().min(1), name: z.string(), channel, expiresAt: z.number() })

/**
 * Citizens and their sessions in Redis. Each act changes one key, so one command does it whole and no script is needed;
 * each is harmless to repeat, so a lost answer is told as UNAVAILABLE.
 */
export const createIdentityStore = (redis: Redis): IdentityStore => ({
  findOrCreateCitizen: (subjectHash, candidate) => harmless(async () => {
    const key = citizenKey(subjectHash)
    if (await redis.set(key, candidate, 'NX') === 'OK') return candidate
    const citizenId = await redis.get(key)
    if (!citizenId) throw new Error('a citizen vanished while signing in')
    return citizenId
  }),

  saveSession: (tokenHash, session, now) => harmless(async () => {
    await redis.set(sessionKey(tokenHash), JSON.stringify(session), 'PX', Math.max(1, session.expiresAt - now))
  }),

  readSession: (tokenHash): Promise<CitizenRecord | null> => harmless(async () => {
    const text = await redis.get(sessionKey(tokenHash))
    return text === null ? null : stored.parse(JSON.parse(text))
  }),

  keepRealName: (citizenId, sealed, keepMs) => harmless(async () => { await redis.set(realNameKey(citizenId), sealed, 'PX', keepMs) }),
  readRealName: (citizenId) => harmless(() => redis.get(realNameKey(citizenId))),
  keepOpenid: (citizenId, sealed, keepMs) => harmless(async () => { await redis.set(openidKey(citizenId), sealed, 'PX', keepMs) }),
  readOpenid: (citizenId) => harmless(() => redis.get(openidKey(citizenId))),

  deleteSession: (tokenHash) => harmless(async () => { await redis.del(sessionKey(tokenHash)) }),
})
