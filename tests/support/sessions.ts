import type { StaffRole } from '@shared/endpoint'
import type { Redis } from 'ioredis'
import { randomBytes } from 'node:crypto'
import { createIdentityStore } from '../../bff/engine/identity/engine'
import { createStaffStore } from '../../bff/engine/staff/engine'
import { systemClock } from '../../bff/platform/clock'
import { hashToken, newToken } from '../../bff/sessions/token'
import type { Citizen, Member } from './people'

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
  const store = createIdentityStore(redis)
  const now = systemClock()
  return inPortions(count, async () => {
    const citizenId = `c${randomBytes(12).toString('hex')}`
    const token = newToken()
    await store.saveSession(hashToken(token), { citizenId, name: '演*', channel: 'web', expiresAt: now + HOUR_MS }, now)
    return { token, citizenId }
  })
}

/** So many members of staff with a session each and no account. No halls means every hall. */
export const grantStaff = (redis: Redis, count: number, role: StaffRole = 'clerk', halls: readonly string[] = []): Promise<Member[]> => {
  const store = createStaffStore(redis)
  const now = systemClock()
  return inPortions(count, async (index) => {
    const account = `${role}-granted-${index}`
    const token = newToken()
    await store.saveSession(hashToken(token), { account, role, halls, expiresAt: now + HOUR_MS }, HOUR_MS, now)
    return { token, account }
  })
}
