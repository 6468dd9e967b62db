import type { Redis } from 'ioredis'
import { randomBytes } from 'node:crypto'
import { handleContext } from '../../bff/capabilities/identity/accounts'
import { createAccountStore } from '../../bff/engine/identity/accounts'
import { createSessionStore } from '../../bff/engine/identity/sessions'
import { permitsKey } from '../../bff/engine/notifications/keys'
import { systemClock } from '../../bff/platform/clock'
import { hashToken, newToken } from '../../bff/sessions/token'
import { sealingOf } from '../../bff/wiring'
import { openidOf } from '../../mock/wechat/state'
import type { Citizen } from './people'
import { inPortions } from './sessions'
import { APP_SECRET } from './settings'

const HOUR_MS = 3_600_000
export const TEMPLATES = ['demo-template-called', 'demo-template-turn', 'demo-template-visit', 'demo-template-progress'] as const

export interface ReachedCitizen extends Citizen { readonly citizenId: string; readonly openid: string }

/** So many citizens who came by WeChat and allowed `permits` messages of each template, put where the server keeps them. */
export const grantReached = (redis: Redis, count: number, permits = 9): Promise<ReachedCitizen[]> => {
  const [accounts, sessions] = [createAccountStore(redis), createSessionStore(redis)]
  const sealing = sealingOf({ APP_SECRET, DATA_KEYS: new Map(), DATA_CIPHER: 'aes-256-gcm' })
  const now = systemClock()
  return inPortions(count, async () => {
    const name = randomBytes(12).toString('hex')
    const [citizenId, openid, token] = [`c${name}`, openidOf('wxdemo0000000000', name), newToken()]
    await accounts.findOrCreate(`reached-${citizenId}`, citizenId, HOUR_MS)
    await sessions.save(hashToken(token), { citizenId, name: '微信用户', channel: 'wechat', deviceId: `d${name.slice(0, 20)}`, device: '', signedInAt: now, seenAt: now, until: now + HOUR_MS }, HOUR_MS)
    await accounts.keepHandle(citizenId, 'wechat', sealing.seal(openid, handleContext(citizenId, 'wechat')), HOUR_MS, now)
    await redis.hset(permitsKey(citizenId), Object.fromEntries(TEMPLATES.map((templateId) => [`${templateId}:left`, String(permits)])))
    return { token, citizenId, openid }
  })
}

interface Sent { readonly template_id: string; readonly page?: string; readonly data: Readonly<Record<string, { readonly value: string }>> }
/** What the simulated WeChat sent to somebody, oldest first. */
export const sentTo = async (simulatorsUrl: string, openid: string): Promise<Sent[]> =>
  (await (await fetch(`${simulatorsUrl}/wechat/outbox?openid=${openid}`)).json() as { sent: Sent[] }).sent
