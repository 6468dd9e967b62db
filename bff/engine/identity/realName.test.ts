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
    expect((await site.accounts.consentsOf(citizen.citizenId)).map(({ kind }) => kind)).toEqual(['privacy', 'idNumber', 'face'])
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

  it('what both held is brought together once, and a failure of that leaves them one', async () => {
    const told: string[][] = []
    const site = open({ joined: async (...both) => { told.push(both) } })
    const web = await site.signIn('web', `sub-1:${ONE.name}:${ONE.idNumber}`)
    const { token } = await verified(site, 'wechat', 'openid-1')
    expect(told).toEqual([[web.citizenId, (await site.who(token)).account]])
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
  it('to the ID number erases name and number, and the person may be confirmed anew, here or elsewhere', async () => {
    const site = open()
    const { token } = await verified(site, 'wechat', 'openid-1')
    const { citizenId } = await site.who(token)
    const consents = await site.accounts.withdraw(citizenId, 'idNumber')
    site.identity.doubt([citizenId])
    expect(consents.find(({ kind }) => kind === 'idNumber')).toMatchObject({ withdrawnAt: now })
    expect(await site.who(token)).toMatchObject({ name: '微信用户', realName: false })
    expect(await site.accounts.realNameOf(citizenId)).toBeNull()
    expect((await verified(site, 'wechat', 'openid-2')).joined).toBe(false)
    expect(await codeOf(site.accounts.withdraw(citizenId, 'idNumber'))).toBe('ok')
    expect((await site.accounts.consentsOf(citizenId)).find(({ kind }) => kind === 'idNumber')).toMatchObject({ withdrawnAt: now })
  })
})
