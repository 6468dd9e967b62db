import type { StaffRole } from '@shared/endpoint'
import type { Redis } from 'ioredis'
import { randomBytes } from 'node:crypto'
import { hashPassword, passwordMark } from '../../bff/capabilities/staff/passwords'
import { createAccountStore } from '../../bff/engine/identity/accounts'
import { createSessionStore } from '../../bff/engine/identity/sessions'
import { createStaffStore } from '../../bff/engine/staff/engine'
import { createFactorStore } from '../../bff/engine/staff/factors'
import { systemClock } from '../../bff/platform/clock'
import { hashToken, newToken } from '../../bff/sessions/token'
import { PASSWORD, type Citizen, type Member } from './people'

const HOUR_MS = 3_600_000
const AT_ONCE = 1_000

/** In portions, so that a crowd does not fill the connection's memory. */
export const inPortions = async <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    made.push(...await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => make(from + i))))
  }
  return made
}

/** So many citizens with a session each, put where the server keeps them: signing in a crowd is not what a load test is about. */
export const grantCitizens = (redis: Redis, count: number): Promise<(Citizen & { readonly citizenId: string })[]> => {
  const [store, accounts] = [createSessionStore(redis), createAccountStore(redis)]
  const now = systemClock()
  return inPortions(count, async () => {
    const citizenId = `c${randomBytes(12).toString('hex')}`
    const token = newToken()
    await accounts.findOrCreate(`granted-${citizenId}`, citizenId, HOUR_MS)
    await store.save(hashToken(token), { citizenId, name: '演*', channel: 'web', deviceId: `d${randomBytes(10).toString('hex')}`, device: '', signedInAt: now, seenAt: now, until: now + HOUR_MS }, HOUR_MS)
    return { token, citizenId }
  })
}

/** One more session of a member of staff who has an account. */
export const grantStaffSession = async (redis: Redis, account: string): Promise<Member> => {
  const store = createStaffStore(redis)
  const now = systemClock()
  const token = newToken()
  const found = await store.readAccount(account)
  if (!found) throw new Error(`there is no account ${account}`)
  const { mark } = await createFactorStore(redis).readFactor(account)
  const session = { account, mark: passwordMark(found.passwordHash), factor: mark, startedAt: now }
  await store.saveSession(hashToken(token), session, { now, idleMs: HOUR_MS, expiresAt: now + HOUR_MS })
  return { token, account }
}

/**
 * So many members of staff with an account and a session each. No halls means every hall. Their password, PASSWORD, is kept
 * under a quick hash: signing in a crowd is not what these tests are about.
 */
export const grantStaff = async (redis: Redis, count: number, role: StaffRole = 'clerk', halls: readonly string[] = []): Promise<Member[]> => {
  const store = createStaffStore(redis)
  const passwordHash = await hashPassword(PASSWORD, { logN: 8, r: 8, p: 1 })
  return inPortions(count, async () => {
    const account = `${role}-granted-${randomBytes(6).toString('hex')}`
    await store.addAccount({ account, role, name: { zh: '演示', en: 'Demo' }, halls: [...halls], passwordHash, keeps: null })
    return grantStaffSession(redis, account)
  })
}
