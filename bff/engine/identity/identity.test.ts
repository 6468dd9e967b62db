import type { IdentityProvider } from '../../capabilities/identity/port'
import { createIdentityService } from '../../capabilities/identity/service'
import { systemClock } from '../../platform/clock'
import { createSealing } from '../../platform/sealing'
import { useRedis } from '../../../tests/support/redis'
import { createIdentityStore } from './engine'

const redis = useRedis()
const HOUR_MS = 3_600_000

/** A provider for which any code is a subject's name. */
const provider = (channel: 'web' | 'wechat'): IdentityProvider => ({
  channel, exchange: async (code) => ({ subject: code, ...(channel === 'web' && { name: '演示用户一', idNumber: '990000190001010016' }) }),
})
const create = (clock = systemClock, subjectKey = Buffer.from('key-one')) => createIdentityService({
  providers: [provider('web'), provider('wechat')], store: createIdentityStore(redis), clock, subjectKey, sessionHours: 2,
  sealing: createSealing([{ id: 'k1', key: Buffer.alloc(32, 1) }]),
})
const everything = async () => {
  const keys = await redis.keys('*')
  return [...keys, ...await Promise.all(keys.map((key) => redis.get(key)))].join('\n')
}

describe('citizens and their sessions, in a real Redis', () => {
  beforeEach(() => redis.flushdb())

  it('a session says who holds it until it is revoked, here at once', async () => {
    const identity = create()
    const { token, ...session } = await identity.signIn('web', 'person-1')
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(session.citizenId).toMatch(/^c[0-9a-z]{24}$/)
    expect(await identity.authenticate(token)).toEqual(session)
    await identity.revoke(token)
    expect(await identity.authenticate(token)).toBeNull()
    expect(await create().authenticate(token)).toBeNull()
  })

  it('another process believes a revoked session for five seconds at most', async () => {
    let now = systemClock()
    const [here, there] = [create(), create(() => now)]
    const { token } = await here.signIn('web', 'person-1')
    await there.authenticate(token)
    await here.revoke(token)
    now += 5_000
    expect(await there.authenticate(token)).toBeNull()
  })

  it('the same person is the same citizen, also when two sign-ins run at once', async () => {
    const identities = Array.from({ length: 4 }, () => create())
    const sessions = await Promise.all(Array.from({ length: 40 }, (_, n) => identities[n % 4]!.signIn('web', 'person-2')))
    expect(new Set(sessions.map((session) => session.citizenId)).size).toBe(1)
    expect(new Set(sessions.map((session) => session.token)).size).toBe(40)
  })

  it('the same name on another channel is someone else', async () => {
    const identity = create()
    const [web, wechat] = [await identity.signIn('web', 'person-3'), await identity.signIn('wechat', 'person-3')]
    expect(web.citizenId).not.toBe(wechat.citizenId)
    expect([web.name, wechat.name]).toEqual(['演*', '微信用户'])
  })

  it('keeps no token, no subject and no whole name, and the hash needs our key', async () => {
    const { token } = await create().signIn('web', 'person-4-subject')
    const first = await everything()
    expect(first).not.toContain(token)
    expect(first).not.toContain('person-4')
    expect(first).not.toMatch(/演示|990000/)
    await create(systemClock, Buffer.from('key-two')).signIn('web', 'person-4-subject')
    expect((await redis.keys('{subject:*')).length).toBe(2)
  })

  it('a session ends by itself, in the store too', async () => {
    let now = systemClock()
    const identity = create(() => now)
    const { token, expiresAt } = await identity.signIn('web', 'person-5')
    expect(expiresAt).toBe(now + 2 * HOUR_MS)
    const [key] = await redis.keys('{session:*')
    const left = await redis.pttl(key!)
    expect(left).toBeGreaterThan(2 * HOUR_MS - 5_000)
    expect(left).toBeLessThanOrEqual(2 * HOUR_MS)
    now += 2 * HOUR_MS
    expect(await identity.authenticate(token)).toBeNull()
  })

  it('a real name that was checked can be read again by us, and ends with the session; where none was checked there is none', async () => {
    const identity = create()
    const [web, wechat] = [await identity.signIn('web', 'person-6'), await identity.signIn('wechat', 'person-6')]
    expect(await identity.realNameOf(web.citizenId)).toEqual({ name: '演示用户一', idNumber: '990000190001010016' })
    expect(await identity.realNameOf(wechat.citizenId)).toBeNull()
    expect(await redis.pttl(`{citizen:${web.citizenId}}:realname`)).toBeLessThanOrEqual(2 * HOUR_MS)
    await redis.rename(`{citizen:${web.citizenId}}:realname`, `{citizen:${wechat.citizenId}}:realname`)
    expect(await identity.realNameOf(wechat.citizenId)).toBeNull()
  })

  it('what WeChat knows a visitor by can be read again by us alone, ends with the session, and is kept of nobody else', async () => {
    const identity = create()
    const [web, wechat, other] = [await identity.signIn('web', 'openid-of-7'), await identity.signIn('wechat', 'openid-of-7'), await identity.signIn('wechat', 'openid-of-8')]
    expect(await Promise.all([web, wechat, other].map(({ citizenId }) => identity.openidOf(citizenId)))).toEqual([null, 'openid-of-7', 'openid-of-8'])
    expect(await everything()).not.toContain('openid-of')
    const [mine, theirs] = [`{citizen:${wechat.citizenId}}:openid`, `{citizen:${other.citizenId}}:openid`]
    const left = await redis.pttl(mine)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(2 * HOUR_MS)
    await redis.copy(mine, theirs, 'REPLACE')
    expect(await identity.openidOf(other.citizenId)).toBeNull()
    await redis.rename(mine, `{citizen:${wechat.citizenId}}:realname`)
    expect(await identity.realNameOf(wechat.citizenId)).toBeNull()
  })

  it('a channel without a provider is unavailable', async () => {
    await expect(create().signIn('alipay', 'code')).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' })
    expect(() => create().authorizeUrl('state', 'https://halls.example')).toThrow('IDENTITY_UNAVAILABLE')
  })
})
