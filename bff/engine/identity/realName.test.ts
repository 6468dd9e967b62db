import { ContractError } from '@shared/errors'
import { systemClock } from '../../platform/clock'
import { useRedis } from '../../../tests/support/redis'
import { HOUR_MS, newKey, openSite, type SiteOptions } from './testing/site'

const redis = useRedis()
let now = systemClock()
const open = (options: Partial<SiteOptions> = {}) => openSite(redis, { clock: () => now, ...options })
const ONE = { name: '演示用户一', idNumber: '990000190001010016' }
const TWO = { name: '演示用户二', idNumber: '990000190001010024' }
const codeOf = (act: Promise<unknown>) => act.then(() => 'ok', (error: { code?: string }) => error.code ?? String(error))
type Site = ReturnType<typeof open>

/** Somebody who signed in and passed the face check of their platform. */
const verified = async (site: Site, channel: 'wechat', subject: string, person = ONE) => {
  const { token } = await site.signIn(channel, subject)
  const { checkId } = await site.realNames.begin(await site.who(token), newKey(), person)
  return { token, checkId, ...await site.realNames.finish(await site.who(token), checkId) }
}
/** A Redis that carries out so many removals, and then is away. */
const failingAfter = (removals: number): typeof redis => {
  let left = removals
  return new Proxy(redis, {
    get: (target, name) => {
      const found = Reflect.get(target, name) as unknown
      if (typeof found !== 'function') return found
      return (...args: unknown[]): unknown => {
        if (name === 'del' || name === 'evalsha') left -= 1
        return left < 0 ? Promise.reject(new Error('Connection is closed.')) : (found as (...all: unknown[]) => unknown).apply(target, args)
      }
    },
  })
}
const everything = async () => JSON.stringify(await Promise.all((await redis.keys('*')).map(async (key) => [key, await redis.type(key) === 'hash' ? await redis.hgetall(key) : await redis.get(key).catch(() => '')])))

beforeEach(async () => {
  now = systemClock()
  await redis.flushdb()
})

describe('a real name by the platform’s face check', () => {
  it('is confirmed, shown masked, and readable in full by us alone', async () => {
    const site = open()
    const { token, realName, joined } = await verified(site, 'wechat', 'openid-1')
    expect([realName, joined]).toEqual([{ name: '演*', idMasked: '9****************6', by: 'face', at: now }, false])
    const citizen = await site.who(token)
    expect(citizen).toMatchObject({ name: '演*', realName: true })
    expect(await site.accounts.realNameOf(citizen.citizenId)).toEqual(ONE)
    expect(await everything()).not.toMatch(/演示|990000|19000101/)
    expect((await site.accounts.consentsOf(citizen.accounts)).map(({ kind }) => kind)).toEqual(['privacy', 'idNumber', 'face'])
    expect(site.faces.begun).toEqual(['wechat openid-1'])
  })

  it('the same act again gives the same check and the same answer', async () => {
    const site = open()
    const { token } = await site.signIn('wechat', 'openid-2')
    const key = newKey()
    const first = await site.realNames.begin(await site.who(token), key, ONE)
    expect(await site.realNames.begin(await site.who(token), key, ONE)).toEqual(first)
    expect(await codeOf(site.realNames.begin(await site.who(token), key, TWO))).toBe('IDEMPOTENCY_KEY_REUSED')
    const done = await site.realNames.finish(await site.who(token), first.checkId)
    site.faces.outcome = 'gone'
    expect(await site.realNames.finish(await site.who(token), first.checkId)).toEqual(done)
    expect(site.faces.begun).toHaveLength(1)
  })

  it.each([['pending', 'CHECK_PENDING'], ['refused', 'FACE_REFUSED'], ['gone', 'CHECK_NOT_FOUND'], [new ContractError('IDENTITY_UNAVAILABLE'), 'IDENTITY_UNAVAILABLE']] as const)('%s: nobody is confirmed', async (outcome, code) => {
    const site = open()
    const { token } = await site.signIn('wechat', 'openid-3')
    const { checkId } = await site.realNames.begin(await site.who(token), newKey(), ONE)
    site.faces.outcome = outcome
    expect(await codeOf(site.realNames.finish(await site.who(token), checkId))).toBe(code)
    expect(await site.who(token)).toMatchObject({ realName: false })
  })

  it('somebody else’s check is none, nor is a made-up or an old one', async () => {
    const site = open()
    const [mine, theirs] = [await site.signIn('wechat', 'openid-4'), await site.signIn('wechat', 'openid-5')]
    const { checkId } = await site.realNames.begin(await site.who(theirs.token), newKey(), TWO)
    for (const id of [checkId, `v${'0'.repeat(24)}`]) expect(await codeOf(site.realNames.finish(await site.who(mine.token), id))).toBe('CHECK_NOT_FOUND')
    const [key] = await redis.keys('{check:*')
    expect(await redis.pttl(key!)).toBeLessThanOrEqual(24 * HOUR_MS)
    await redis.del(key!)
    expect(await codeOf(site.realNames.finish(await site.who(theirs.token), checkId))).toBe('CHECK_NOT_FOUND')
  })

  it('an account is one person’s for good: nobody else is confirmed on it', async () => {
    const site = open()
    const { token } = await verified(site, 'wechat', 'openid-6')
    expect(await codeOf(site.realNames.begin(await site.who(token), newKey(), TWO))).toBe('REAL_NAME_KNOWN')
    const late = await site.signIn('wechat', 'openid-7')
    const { checkId } = await site.realNames.begin(await site.who(late.token), newKey(), TWO)
    await site.accounts.confirm(late.citizenId, ONE, 'face')
    expect(await codeOf(site.realNames.finish(await site.who(late.token), checkId))).toBe('REAL_NAME_KNOWN')
  })

  it('on the web it is the unified identity that confirms', async () => {
    const site = open()
    const { token } = await site.signIn('web', 'sub-1', '', false)
    expect(await codeOf(site.realNames.begin(await site.who(token), newKey(), ONE))).toBe('FACE_NOT_OFFERED')
    expect(await site.realNames.read(await site.who(token))).toEqual({ realName: null, way: 'unified' })
  })
})

describe('one person on several channels', () => {
  it('is one citizen from the moment each is confirmed, in every process', async () => {
    const [here, there] = [open(), open()]
    const web = await here.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    const phone = await here.signIn('wechat', 'openid-1')
    await there.who(phone.token)
    expect((await verified(here, 'wechat', 'openid-1')).joined).toBe(true)
    expect(await here.who(phone.token)).toMatchObject({ citizenId: web.citizenId, account: phone.citizenId, accounts: [web.citizenId, phone.citizenId], name: '演*', realName: true })
    now += 5_000
    expect(await there.who(phone.token)).toMatchObject({ citizenId: web.citizenId })
    expect(await there.who(web.token)).toMatchObject({ citizenId: web.citizenId, accounts: [web.citizenId, phone.citizenId] })
    expect(await here.signIn('wechat', 'openid-1')).toMatchObject({ citizenId: web.citizenId })
    expect((await here.identity.devices(await here.who(web.token))).map(({ channel }) => channel).sort()).toEqual(['web', 'wechat', 'wechat', 'wechat'])
  })

  it('of forty that are confirmed at once all become one', async () => {
    const sites = Array.from({ length: 4 }, () => open())
    const tokens = await Promise.all(Array.from({ length: 40 }, async (_, n) => (await verified(sites[n % 4]!, 'wechat', `openid-${n}`)).token))
    const last = open()
    const found = await Promise.all(tokens.map((token) => last.who(token)))
    expect(new Set(found.map(({ citizenId }) => citizenId)).size).toBe(1)
    expect(new Set(found[0]!.accounts)).toEqual(new Set(found.map(({ account }) => account)))
  })

  it('what both held is brought together at once and at each sign-in until nothing of it fails', async () => {
    const told: string[][] = []
    let works = false
    const site = open({ joined: async (...both) => { told.push(both); return works } })
    const web = await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    const { token } = await verified(site, 'wechat', 'openid-1')
    const both = [web.citizenId, (await site.who(token)).account]
    await site.signIn('wechat', 'openid-1')
    works = true
    for (let n = 0; n < 3; n += 1) await site.signIn('wechat', 'openid-1')
    expect(told).toEqual([both, both, both])
  })

  it('stays one although the consent to the number is taken back and given again, on whichever channel', async () => {
    const site = open()
    const web = await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    const phones = [await verified(site, 'wechat', 'openid-1'), await verified(site, 'wechat', 'openid-2')]
    await site.accounts.withdraw((await site.who(web.token)).accounts, 'idNumber')
    site.identity.doubt([web.citizenId])
    const third = await verified(site, 'wechat', 'openid-3')
    await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    const found = await Promise.all([web, ...phones, third].map(({ token }) => open().who(token)))
    expect(new Set(found.map(({ citizenId }) => citizenId))).toEqual(new Set([web.citizenId]))
    expect(found[0]!.accounts).toHaveLength(4)
  })

  it('of two people whose checks end at once on one account only one is confirmed', async () => {
    for (let n = 0; n < 20; n += 1) {
      await redis.flushdb()
      const site = open()
      const { token } = await site.signIn('wechat', 'openid-1')
      const checks = [await site.realNames.begin(await site.who(token), newKey(), ONE), await site.realNames.begin(await site.who(token), newKey(), TWO)]
      const codes = await Promise.all(checks.map(async ({ checkId }) => codeOf(open().realNames.finish(await site.who(token), checkId))))
      expect(codes.sort()).toEqual(['REAL_NAME_KNOWN', 'ok'])
      const owners = await redis.keys('{person:*}:citizen')
      expect(owners).toHaveLength(1)
    }
  })

  it('lives on as long as somebody signs in to one of the accounts', async () => {
    const site = open()
    const web = await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    await verified(site, 'wechat', 'openid-1')
    const keys = [`{citizen:${web.citizenId}}:account`, (await redis.keys('{person:*}:citizen'))[0] ?? '']
    for (const key of keys) await redis.pexpire(key, 60_000)
    await site.signIn('wechat', 'openid-1')
    for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(700 * 86_400_000)
  })

  it('one who confirms elsewhere, crashing in between, is put together by the next try', async () => {
    const site = open()
    const web = await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    const phone = await site.signIn('wechat', 'openid-1')
    // As if the process had died after the first of the two writes.
    await redis.hset(`{citizen:${web.citizenId}}:account`, 'joined', phone.citizenId)
    expect(await open().who(phone.token)).toMatchObject({ citizenId: phone.citizenId })
    await verified(site, 'wechat', 'openid-1')
    expect(await open().who(phone.token)).toMatchObject({ citizenId: web.citizenId, accounts: [web.citizenId, phone.citizenId] })
  })
})

describe('taking the consent back', () => {
  it('to the ID number erases name and number; the account stays the same person’s, who may be confirmed anew', async () => {
    const site = open()
    const { token } = await verified(site, 'wechat', 'openid-1')
    const { citizenId, accounts } = await site.who(token)
    const consents = await site.accounts.withdraw(accounts, 'idNumber')
    site.identity.doubt([citizenId])
    expect(consents.find(({ kind }) => kind === 'idNumber')).toMatchObject({ withdrawnAt: now })
    expect(await site.who(token)).toMatchObject({ name: '微信用户', realName: false })
    expect(await site.accounts.realNameOf(citizenId)).toBeNull()
    expect(await redis.hkeys(`{citizen:${citizenId}}:account`)).not.toEqual(expect.arrayContaining(['sealed']))
    now += 1
    const other = await site.realNames.begin(await site.who(token), newKey(), TWO)
    expect(await codeOf(site.realNames.finish(await site.who(token), other.checkId))).toBe('REAL_NAME_KNOWN')
    const again = await site.realNames.begin(await site.who(token), newKey(), ONE)
    expect(await codeOf(site.realNames.finish(await site.who(token), again.checkId))).toBe('ok')
    expect(await site.accounts.realNameOf(citizenId)).toEqual(ONE)
  })

  it('ends a check that was begun before', async () => {
    const site = open()
    const { token } = await site.signIn('wechat', 'openid-1')
    const { checkId } = await site.realNames.begin(await site.who(token), newKey(), ONE)
    now += 1
    await site.accounts.withdraw((await site.who(token)).accounts, 'idNumber')
    expect(await codeOf(site.realNames.finish(await site.who(token), checkId))).toBe('CHECK_NOT_FOUND')
    expect(await site.who(token)).toMatchObject({ realName: false })
  })
})

describe('erasing', () => {
  it.each(['standing', 'joined'] as const)('that is cut off at any step is ended by asking again, by the %s account', async (which) => {
    for (let step = 1; step < 30; step += 1) {
      await redis.flushdb()
      const site = open()
      const web = await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
      const phone = await verified(site, 'wechat', 'openid-1')
      await verified(site, 'wechat', 'openid-2')
      const { accounts, account } = await site.who(which === 'standing' ? web.token : phone.token)
      const done = await openSite(failingAfter(step), { clock: () => now }).accounts.erase(accounts, account).then(() => true, () => false)
      if (!done) {
        const back = which === 'standing' ? await site.signIn('web', 'sub-1', '', false) : await site.signIn('wechat', 'openid-1')
        const fresh = await open().who(back.token)
        await open().accounts.erase(fresh.accounts, fresh.account)
      }
      const left = (await redis.keys('{citizen:*}:account')).filter((key) => accounts.some((one) => key.includes(one)))
      expect([step, left, await redis.keys('{person:*}:citizen')]).toEqual([step, [], []])
      if (done) return
    }
    throw new Error('it never came to its end')
  })

  it('while somebody signs in leaves nobody signed in to what was erased', async () => {
    for (let n = 0; n < 30; n += 1) {
      await redis.flushdb()
      const site = open()
      const before = await site.signIn('wechat', 'openid-1')
      const [session] = await Promise.all([
        open().signIn('wechat', 'openid-1').catch(() => null),
        (async () => { await open().identity.endDevices(before.accounts, null); await open().accounts.erase(before.accounts, before.account) })(),
      ])
      const late = session && await open().identity.authenticate(session.token)
      // Either it came after, and is somebody new, or it is worth nothing.
      if (late) expect((await open().signIn('wechat', 'openid-1')).citizenId).toBe(late.citizenId)
    }
  })
})
