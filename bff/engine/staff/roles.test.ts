import type { StaffRole } from '@shared/endpoint'
import type { StaffService } from '../../capabilities/staff/service'
import { BELIEVED_MS } from '../../sessions/recentSessions'
import { useRedis } from '../../../tests/support/redis'
import { createStaffStore } from './engine'
import { codeAt } from './testing/authenticator'
import { anyHall, clerk, PASSWORD, plain, staffOver } from './testing/service'

const redis = useRedis()
const MINUTE_MS = 60_000
let now = 1_767_225_600_000
const process = (secondFactor: readonly StaffRole[] = [], idleMinutes = plain.idleMinutes): StaffService =>
  staffOver(redis, () => now, { secondFactor: new Set(secondFactor), idleMinutes })()

beforeEach(async () => {
  await redis.flushdb()
  for (const role of ['clerk', 'supervisor', 'operator'] as const) await process().create(anyHall, { ...clerk(role), role })
})

const become = async (account: string, role: StaffRole): Promise<void> => {
  const store = createStaffStore(redis)
  const found = (await store.readAccount(account))!
  await store.replaceAccount(found, { ...found, role })
}
/** How long, in minutes, a session lives that is used every so often. */
const livesFor = async (token: string, everyMinutes: number, by: StaffService): Promise<number> => {
  const began = now
  while (await by.authenticate(token)) now += everyMinutes * MINUTE_MS
  return (now - began) / MINUTE_MS
}

describe('a staff session lives by the role', () => {
  it.each([['clerk', 90], ['supervisor', 30], ['operator', 15]] as const)('%s: left idle, for %i minutes', async (role, minutes) => {
    const staff = process()
    const { token } = await staff.signIn(role, { password: PASSWORD })
    now += minutes * MINUTE_MS - 1
    expect(await staff.authenticate(token)).toMatchObject({ role })
    now += minutes * MINUTE_MS
    expect(await staff.authenticate(token)).toBeNull()
    expect(await process().authenticate(token)).toBeNull()
  })

  it.each([['clerk', 600], ['supervisor', 600], ['operator', 240]] as const)('%s: in use, for %i minutes, as the sign-in says', async (role, minutes) => {
    const staff = process()
    const { token, expiresAt } = await staff.signIn(role, { password: PASSWORD })
    expect(expiresAt).toBe(now + minutes * MINUTE_MS)
    expect(await livesFor(token, 10, staff)).toBe(minutes)
  })

  it('as it is now: another role counts for sessions that run', async () => {
    const staff = process()
    const { token } = await staff.signIn('clerk', { password: PASSWORD })
    const { token: idle } = await staff.signIn('clerk', { password: PASSWORD })
    await become('clerk', 'operator')
    now += 14 * MINUTE_MS
    expect(await staff.authenticate(token)).toMatchObject({ role: 'operator' })
    now += MINUTE_MS
    expect(await staff.authenticate(idle)).toBeNull()
    expect(await livesFor(token, 5, staff)).toBe(225)
  })

  it('as it is set now: a process started with another setting goes by it', async () => {
    const { token } = await process().signIn('clerk', { password: PASSWORD })
    now += 20 * MINUTE_MS
    expect(await process([], { ...plain.idleMinutes, clerk: 20 }).authenticate(token)).toBeNull()
  })

  it('is over when it was kept in the form of before, which knew no beginning', async () => {
    const { token } = await process().signIn('clerk', { password: PASSWORD })
    const [key = ''] = await redis.keys('{session:*')
    const { startedAt: _, ...before } = JSON.parse(await redis.hget(key, 'session') ?? '') as Record<string, unknown>
    await redis.hset(key, 'session', JSON.stringify({ ...before, expiresAt: now + 600 * MINUTE_MS }))
    expect(await process().authenticate(token)).toBeNull()
  })
})

describe('whoever must have a second factor and has none', () => {
  it('signs in to set it up, and has a whole session the moment it is confirmed, in every process', async () => {
    const [here, there] = [process(['operator']), process(['operator'])]
    const { token, secondFactorNeeded, secondFactor } = await here.signIn('operator', { password: PASSWORD })
    expect([secondFactorNeeded, secondFactor]).toEqual([true, false])
    for (const by of [here, there]) expect(await by.authenticate(token)).toMatchObject({ enrolling: true })
    const { enrolmentId, secret } = await here.beginFactor(token, 'operator', { password: PASSWORD })
    expect(await there.authenticate(token)).toMatchObject({ enrolling: true })
    await here.confirmFactor(token, 'operator', enrolmentId, codeAt(secret, now))
    for (const by of [here, there]) expect(await by.authenticate(token)).toMatchObject({ enrolling: false })
  })

  it('ends an enrolling session by signing out', async () => {
    const staff = process(['operator'])
    const { token } = await staff.signIn('operator', { password: PASSWORD })
    await staff.signOut(token)
    expect(await staff.authenticate(token)).toBeNull()
  })

  it('is of the roles named, as they are now: a new role or setting counts for sessions that run', async () => {
    const { token } = await process().signIn('clerk', { password: PASSWORD })
    const staff = process(['operator'])
    expect(await staff.authenticate(token)).toMatchObject({ enrolling: false })
    await become('clerk', 'operator')
    now += BELIEVED_MS
    expect(await staff.authenticate(token)).toMatchObject({ enrolling: true })
    expect(await process(['clerk', 'supervisor']).authenticate(token)).toMatchObject({ enrolling: false })
  })

  it('cannot do without: it is renewed instead', async () => {
    const staff = process(['operator'])
    const { token } = await staff.signIn('operator', { password: PASSWORD })
    const { enrolmentId, secret } = await staff.beginFactor(token, 'operator', { password: PASSWORD })
    await staff.confirmFactor(token, 'operator', enrolmentId, codeAt(secret, now))
    await expect(staff.endFactor(token, 'operator', { password: PASSWORD, otp: codeAt(secret, now, 1) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await staff.authenticate(token)).toMatchObject({ enrolling: false })
  })
})
