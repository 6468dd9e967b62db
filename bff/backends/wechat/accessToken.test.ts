import { Redis } from 'ioredis'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { testRedisUrl, useRedis } from '../../../tests/support/redis'
import { listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { createTokenShelf } from '../../engine/tokens/shelf'
import { systemClock } from '../../platform/clock'
import { createSealing, type Sealing } from '../../platform/sealing'
import type { Upstream, UpstreamCall } from '../upstream'
import { createAccessToken, withToken, type AccessToken, type TokenShelf } from './accessToken'

const APP_ID = 'wxdemo0000000000'
let shift = 0
const clock = () => systemClock() + shift
const simulators = useSimulators(clock)
const redis = useRedis()
const { logger, logged } = listeningLogger()
const sealing = createSealing([{ id: 'k1', key: Buffer.alloc(32, 1) }])

const asked: string[] = []
const counting = (): Upstream => {
  const real = testUpstream('wechat', undefined, logger)
  return {
    call: <T>(call: UpstreamCall<T>) => {
      asked.push((call.json as { force_refresh?: boolean }).force_refresh ? 'forced' : 'asked')
      return real.call(call)
    },
  }
}
/** One process of ours: a connection and a memory of its own. */
const create = (shelf: TokenShelf | undefined, appSecret = 'demo-wechat-secret'): AccessToken =>
  createAccessToken({ upstream: counting(), settings: { url: `${simulators.url()}/wechat`, appId: APP_ID, appSecret }, clock, logger, waitMs: 400, ...(shelf && { shelf }) })
const shelfOf = (on: Redis = redis, by: Sealing = sealing): TokenShelf => createTokenShelf({ redis: on, sealing: by, application: `wechat:${APP_ID}` })
const connections = Array.from({ length: 4 }, () => new Redis(testRedisUrl(), { lazyConnect: true }))
afterAll(() => { for (const one of connections) one.disconnect() })
const processes = (count: number): AccessToken[] => Array.from({ length: count }, (_, i) => create(shelfOf(connections[i % connections.length])))
const judge = async (token: string | null): Promise<number> => {
  const answer = await fetch(`${simulators.url()}/wechat/wxa/business/getuserphonenumber?access_token=${token}`, { method: 'POST', body: '{}' })
  return ((await answer.json()) as { errcode: number }).errcode
}
/** The token is good: it is the code that is not. */
const GOOD = 40029

beforeEach(async () => {
  await redis.flushdb()
  asked.length = 0
  // WeChat makes none anew within 30 seconds of being forced.
  shift += 30_000
})

describe('one access token for all processes', () => {
  it('is fetched once by two hundred who ask at once, and once more for all five minutes before its end', async () => {
    const all = processes(20)
    const ask = () => Promise.all(Array.from({ length: 200 }, (_, i) => (all[i % all.length] as AccessToken).current()))
    const first = new Set(await ask())
    expect([first.size, asked, await judge([...first][0] ?? null)]).toEqual([1, ['asked'], GOOD])
    shift += 6_880_000
    expect([new Set(await ask()), asked]).toEqual([first, ['asked']])
    shift += 30_000
    const later = await ask()
    expect(asked).toEqual(['asked', 'asked'])
    // While one fetches the next, the old one serves the others.
    for (const token of new Set(later)) expect(await judge(token)).toBe(GOOD)
    const [next] = new Set(await ask())
    expect([asked.length, first.has(next ?? null)]).toEqual([2, false])
  })

  it('that one process had to force is what all have from then on, without another asking', async () => {
    const [a, b, c] = processes(3) as [AccessToken, AccessToken, AccessToken]
    const [old] = await Promise.all([a.current(), b.current(), c.current()])
    const fresh = await a.insteadOf(old ?? '')
    expect(asked).toEqual(['asked', 'asked', 'forced'])
    expect([fresh === old, await judge(old), await judge(fresh)]).toEqual([false, 40001, GOOD])
    expect(await Promise.all([b.insteadOf(old ?? ''), c.insteadOf(old ?? ''), create(shelfOf()).current()])).toEqual([fresh, fresh, fresh])
    expect(asked).toHaveLength(3)
  })

  it('is forced once, though all find it refused at once', async () => {
    const all = processes(10)
    const [old] = await Promise.all(all.map((one) => one.current()))
    asked.length = 0
    const renewed = new Set(await Promise.all(all.map((one) => one.insteadOf(old ?? ''))))
    expect([renewed.size, renewed.has(old ?? null), asked]).toEqual([1, false, ['asked', 'forced']])
  })

  it('lies on the shelf sealed, and no longer than it is good', async () => {
    const token = await create(shelfOf()).current()
    const [key = ''] = await redis.keys('*')
    expect(await redis.keys('*')).toEqual(['{token:wechat:wxdemo0000000000}:kept'])
    expect(await redis.get(key)).not.toContain(token)
    expect(await redis.pttl(key)).toBeLessThanOrEqual(7_200_000)
    const other = createSealing([{ id: 'k2', key: Buffer.alloc(32, 2) }])
    // What cannot be opened is as good as none.
    expect([await create(shelfOf(redis, other)).current(), asked]).toEqual([token, ['asked', 'asked']])
  })

  it('is asked for by each for itself while Redis is away', async () => {
    const away = new Redis('redis://127.0.0.1:1', { lazyConnect: true, enableOfflineQueue: false, retryStrategy: () => null, maxRetriesPerRequest: 0 })
    away.on('error', () => undefined)
    const [a, b] = [create(shelfOf(away)), create(shelfOf(away))]
    const [one, two] = await Promise.all([a.current(), b.current()])
    expect([one === two, await judge(one), asked]).toEqual([true, GOOD, ['asked', 'asked']])
    expect([await a.current(), asked.length]).toEqual([one, 2])
    expect(await judge(await a.insteadOf(one ?? ''))).toBe(GOOD)
  })

  it('is not waited for longer than it takes when who fetches it has died', async () => {
    await shelfOf().claim(60_000)
    const token = await create(shelfOf()).current()
    expect([await judge(token), asked]).toEqual([GOOD, ['asked']])
  })

  it('that comes after its right has gone to somebody else is not kept', async () => {
    const shelf = shelfOf()
    const late = await shelf.claim(1) ?? ''
    while (await redis.exists('{token:wechat:wxdemo0000000000}:claim') === 1);
    const holder = await shelf.claim(60_000) ?? ''
    await shelf.settle(late, { token: 'late', expiresAt: clock() + 1_000 }, clock())
    expect([await shelf.read(), await shelf.claim(1)]).toEqual([null, null])
    await shelf.settle(holder, { token: 'good', expiresAt: clock() + 60_000 }, clock())
    expect((await shelf.read())?.token).toBe('good')
    expect(await shelf.claim(1)).not.toBeNull()
  })

  it('that cannot be renewed serves until its end', async () => {
    const [a, b] = processes(2) as [AccessToken, AccessToken]
    const token = await a.current()
    shift += 6_950_000
    await simulators.fault({ system: 'wechat', path: 'stable_token', kind: 'answer', body: { errcode: 45009, errmsg: '' } })
    expect([await a.current(), await b.current()]).toEqual([token, token])
    shift += 250_000
    expect([await a.current(), await b.current()]).toEqual([null, null])
  })

  it('leaves the processes in front of one another alone: no right is held after a fetch, good or bad', async () => {
    await simulators.fault({ system: 'wechat', path: 'stable_token', kind: 'answer', body: { errcode: 40164, errmsg: '' }, times: 1 })
    expect(await create(shelfOf()).current()).toBeNull()
    expect(await redis.keys('*claim')).toEqual([])
    expect(await judge(await create(shelfOf()).current())).toBe(GOOD)
    expect(await redis.keys('*claim')).toEqual([])
  })

  it.each([40013, 40125, 40164, 45009, 45011, 40002])('is not to be had when WeChat answers %i, which is logged without it or the secret', async (errcode) => {
    await simulators.fault({ system: 'wechat', path: 'stable_token', kind: 'answer', body: { errcode, errmsg: 'demo-wechat-secret' } })
    expect(await create(shelfOf()).current()).toBeNull()
    expect(logged.join()).toContain(`"errcode":${errcode}`)
    expect(logged.join()).not.toContain('demo-wechat-secret')
  })
})

describe('asking with the token', () => {
  it('asks once more with another when it is refused, and no third time', async () => {
    const token = create(shelfOf())
    const used: string[] = []
    const answer = await withToken(token, (one) => {
      used.push(one)
      return Promise.resolve({ errcode: 42001 })
    })
    expect([answer, new Set(used).size, used.length]).toEqual([{ errcode: 42001 }, 2, 2])
  })

  it('asks nothing without a token', async () => {
    const ask = jest.fn()
    expect(await withToken(create(shelfOf(), 'old'), ask)).toBeNull()
    expect(ask).not.toHaveBeenCalled()
  })
})
