import { systemClock } from '../../platform/clock'
import { useRedis } from '../../../tests/support/redis'
import { DAY_MS, HOUR_MS, openSite, type SiteOptions } from './testing/site'

const redis = useRedis()
let now = systemClock()
const open = (options: Partial<SiteOptions> = {}) => openSite(redis, { clock: () => now, ...options })
const ONE = '演示用户一:990000190001010016'
const valueOf = async (key: string): Promise<unknown> => {
  const type = await redis.type(key)
  if (type === 'hash') return redis.hgetall(key)
  return type === 'set' ? redis.smembers(key) : redis.get(key)
}
/** Everything that Redis holds, as one text. */
const everything = async () => JSON.stringify(await Promise.all((await redis.keys('*')).map(async (key) => [key, await valueOf(key)])))

beforeEach(async () => {
  now = systemClock()
  await redis.flushdb()
})

describe('citizens and their sessions, in a real Redis', () => {
  it('a session says who holds it until it is revoked, here at once', async () => {
    const { identity, signIn } = open()
    const { token, ...session } = await signIn('web', `person-1:${ONE}`)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(session).toMatchObject({ citizenId: expect.stringMatching(/^c[0-9a-z]{24}$/) as string, accounts: [session.citizenId], account: session.citizenId, name: '演*', realName: true })
    expect(await identity.authenticate(token)).toEqual(session)
    await identity.revoke(token)
    expect(await identity.authenticate(token)).toBeNull()
    expect(await open().identity.authenticate(token)).toBeNull()
  })

  it('another process believes a revoked session for five seconds at most', async () => {
    const [here, there] = [open(), open()]
    const { token } = await here.signIn('web', 'person-1')
    await there.identity.authenticate(token)
    await here.identity.revoke(token)
    now += 5_000
    expect(await there.identity.authenticate(token)).toBeNull()
  })

  it('the same person is the same citizen, also when forty sign-ins run at once', async () => {
    const sites = Array.from({ length: 4 }, () => open())
    const sessions = await Promise.all(Array.from({ length: 40 }, (_, n) => sites[n % 4]!.signIn('web', 'person-2')))
    expect(new Set(sessions.map(({ citizenId }) => citizenId)).size).toBe(1)
    expect(new Set(sessions.map(({ token }) => token)).size).toBe(40)
  })

  it('the same name on another channel is someone else, until a platform says otherwise', async () => {
    const { signIn } = open()
    const [web, wechat] = [await signIn('web', 'person-3'), await signIn('wechat', 'person-3')]
    expect(web.citizenId).not.toBe(wechat.citizenId)
    expect([web.name, wechat.name, web.realName]).toEqual(['用户', '微信用户', false])
  })

  it('keeps no token, no subject and no whole name, and the hash needs our key', async () => {
    const { token } = await open().signIn('web', `person-4-subject:${ONE}`)
    const first = await everything()
    expect(first).not.toContain(token)
    expect(first).not.toContain('person-4')
    expect(first).not.toMatch(/演示|990000/)
    await open({ subjectKey: Buffer.from('key-two') }).signIn('web', 'person-4-subject')
    expect(await redis.keys('{subject:*')).toHaveLength(2)
  })

  it('real name and number are kept only with the consent to them', async () => {
    const { signIn, accounts } = open()
    const { citizenId, name, realName } = await signIn('web', `person-5:${ONE}`, '', false)
    expect([name, realName, await accounts.realNameOf(citizenId)]).toEqual(['用户', false, null])
    expect((await accounts.consentsOf([citizenId])).map(({ kind }) => kind)).toEqual(['privacy'])
    await signIn('web', `person-5:${ONE}`)
    expect(await accounts.realNameOf(citizenId)).toEqual({ name: '演示用户一', idNumber: '990000190001010016' })
    expect((await accounts.consentsOf([citizenId])).map(({ kind }) => kind)).toEqual(['privacy', 'idNumber'])
  })

  it('what is sealed opens where it belongs and nowhere else', async () => {
    const { signIn, accounts } = open()
    const [one, other] = [await signIn('wechat', 'openid-of-7'), await signIn('wechat', 'openid-of-8')]
    expect(await accounts.handleOf(one.accounts, 'wechat')).toBe('openid-of-7')
    expect(await accounts.handleOf(one.accounts, 'alipay')).toBeNull()
    expect(await everything()).not.toContain('openid-of')
    const [mine, theirs] = [`{citizen:${one.citizenId}}:account`, `{citizen:${other.citizenId}}:account`]
    const sealed = await redis.hget(mine, 'handle:wechat') ?? ''
    await redis.hset(theirs, 'handle:wechat', sealed)
    expect(await accounts.handleOf(other.accounts, 'wechat')).toBeNull()
  })

  it('of several accounts a platform knows those that came by it, the one signed in to last first', async () => {
    const { signIn, accounts } = open()
    const all: string[] = []
    for (const [channel, code] of [['wechat', 'one'], ['wechat', 'two'], ['web', 'three'], ['wechat', 'one']] as const) {
      now += 1_000
      all.push((await signIn(channel, code)).account)
    }
    const [one, two, web] = all as [string, string, string]
    expect(await accounts.handlesOf([two, web, one], 'wechat')).toEqual([{ account: one, handle: 'one' }, { account: two, handle: 'two' }])
    expect(await accounts.handlesOf([two, web, one], 'alipay')).toEqual([])
  })

  it('nobody signs in who has not agreed to the privacy guide of today, and no code is spent on it', async () => {
    const { identity } = open()
    for (const privacy of [0, 99]) {
      await expect(identity.signIn({ channel: 'wechat', code: 'x', privacy, device: '' })).rejects.toMatchObject({ code: 'PRIVACY_CHANGED' })
    }
    expect(await redis.keys('*')).toEqual([])
  })

  it('a channel without a provider is unavailable', async () => {
    await expect(open().signIn('alipay', 'code')).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' })
    expect(() => open().identity.authorizeUrl('state', 'challenge', 'https://halls.example')).toThrow('IDENTITY_UNAVAILABLE')
  })
})

describe('how long a session lasts', () => {
  it('it ends when it was not used for its time, in the store too', async () => {
    const { token, expiresAt } = await open().signIn('web', 'person-5')
    expect(expiresAt).toBe(now + 2 * HOUR_MS)
    const [key] = await redis.keys('{session:*')
    const left = await redis.pttl(key!)
    expect(left).toBeGreaterThan(2 * HOUR_MS - 5_000)
    expect(left).toBeLessThanOrEqual(2 * HOUR_MS)
    now += 2 * HOUR_MS
    expect(await open().identity.authenticate(token)).toBeNull()
    expect(await redis.keys('{session:*')).toEqual([])
  })

  it('one that is used goes on, but not for ever', async () => {
    const { token } = await open().signIn('web', 'person-6')
    for (let hour = 1; hour < 8; hour += 1) {
      now += HOUR_MS
      expect(await open().identity.authenticate(token)).toMatchObject({ expiresAt: Math.min(now + 2 * HOUR_MS, now + (8 - hour) * HOUR_MS) })
    }
    now += HOUR_MS
    expect(await open().identity.authenticate(token)).toBeNull()
  })

  it('is written down no more often than every ten minutes', async () => {
    const { token } = await open().signIn('web', 'person-7')
    const [key] = await redis.keys('{session:*')
    const seen = () => redis.hget(key!, 'seen').then(Number)
    const begun = now
    now += 599_999
    await open().identity.authenticate(token)
    expect(await seen()).toBe(begun)
    now += 1
    await open().identity.authenticate(token)
    expect(await seen()).toBe(now)
  })
})

describe('where one is signed in', () => {
  it('this device first, then by their last use; each can be signed out, and worth nothing at once', async () => {
    const { identity, signIn, who } = open()
    const phone = await signIn('wechat', 'person-8', 'Phone')
    now += 3 * 600_000
    const tablet = await signIn('wechat', 'person-8', 'Tablet')
    expect((await identity.devices(await who(phone.token))).map(({ device, current }) => [device, current])).toEqual([['Phone', true], ['Tablet', false]])
    await identity.endDevice(phone, tablet.deviceId)
    expect(await identity.authenticate(tablet.token)).toBeNull()
    await identity.endDevice(phone, tablet.deviceId)
    expect(await identity.devices(phone)).toHaveLength(1)
  })

  it('all others at once', async () => {
    const { identity, signIn } = open()
    const [one, two, three] = [await signIn('wechat', 'person-9'), await signIn('wechat', 'person-9'), await signIn('wechat', 'person-9')]
    expect(await identity.endDevices(one.accounts, one.deviceId)).toBe(2)
    expect(await Promise.all([one, two, three].map(async ({ token }) => (await identity.authenticate(token)) !== null))).toEqual([true, false, false])
  })

  it('nobody else’s device can be signed out', async () => {
    const { identity, signIn } = open()
    const [mine, theirs] = [await signIn('wechat', 'person-10'), await signIn('wechat', 'person-11')]
    await identity.endDevice(mine, theirs.deviceId)
    expect(await identity.authenticate(theirs.token)).not.toBeNull()
  })

  it('on twenty devices at most: the one used least lately goes', async () => {
    const { identity, signIn } = open()
    const sessions = []
    for (let n = 0; n < 22; n += 1) {
      now += 1
      sessions.push(await signIn('wechat', 'person-12', `device ${n}`))
    }
    expect(await identity.authenticate(sessions[1]!.token)).toBeNull()
    expect((await identity.devices(sessions[21]!)).map(({ device }) => device)).toEqual(Array.from({ length: 20 }, (_, n) => `device ${21 - n}`))
  })
})

describe('leaving', () => {
  it('nothing of the citizen is left, and the person may come again as somebody new', async () => {
    const { identity, accounts, signIn } = open()
    const before = await signIn('web', `person-13:${ONE}`)
    await signIn('wechat', 'person-14')
    const kept = (await redis.keys('*')).length
    await identity.endDevices(before.accounts, null)
    await accounts.erase(before.accounts, before.account)
    expect((await redis.keys('*')).length).toBeLessThan(kept)
    expect(await everything()).not.toContain(before.citizenId)
    const after = await signIn('web', `person-13:${ONE}`)
    expect(after.citizenId).not.toBe(before.citizenId)
    expect(after).toMatchObject({ realName: true, accounts: [after.citizenId] })
  })

  it('an account nobody signs in to is forgotten after its time', async () => {
    await open().signIn('web', `person-15:${ONE}`)
    const lasting = (await redis.keys('*')).filter((key) => !key.includes('session'))
    for (const key of lasting) expect(await redis.pttl(key)).toBeGreaterThan(0)
    expect(Math.max(...await Promise.all(lasting.map((key) => redis.pttl(key))))).toBeLessThanOrEqual(730 * DAY_MS)
  })
})
