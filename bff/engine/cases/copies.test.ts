import { useRedis } from '../../../tests/support/redis'
import type { Holdings } from '../../capabilities/cases/port'
import { aRecord, holdings } from '../../capabilities/cases/testing/records'
import { systemClock } from '../../platform/clock'
import type { Redis } from '../../platform/redis'
import { createSealing } from '../../platform/sealing'
import { createCopies, type CopiesOptions } from './copies'

const redis = useRedis()
const NOW = systemClock()
const sealing = createSealing([{ id: 't', key: Buffer.alloc(32, 7) }])
const problems: unknown[] = []
const create = (given: Partial<CopiesOptions> = {}) =>
  createCopies({ redis: redis as unknown as Redis, sealing, nameKey: Buffer.from('key of tests'), days: 7, most: 6_400, report: (error) => { problems.push(error) }, ...given })
const mine = holdings([aRecord({ applicant: '演*', itemName: '居住证办理' })])
const copyKeys = () => redis.keys('*:c:*')

beforeEach(async () => {
  problems.length = 0
  await redis.flushdb()
})

describe('copies of the last good answers', () => {
  it('are read by every process as they were kept, each source’s and each person’s alone', async () => {
    await create().keep('one-window', 'ann', mine, NOW)
    expect(await create().read('one-window', 'ann')).toEqual({ holdings: mine, asOf: NOW })
    expect(await create().read('housing', 'ann')).toBeNull()
    expect(await create().read('one-window', 'bob')).toBeNull()
  })

  it('give nothing away to who looks at every key and value', async () => {
    await create().keep('one-window', '990000190001010016', mine, NOW)
    const keys = await redis.keys('*')
    const values = await Promise.all(keys.map(async (key) => (await redis.type(key) === 'zset' ? redis.zrange(key, '0', '-1') : redis.get(key))))
    const all = JSON.stringify([keys, values])
    expect(keys).toHaveLength(2)
    expect(all).not.toMatch(/990000|one-window|11990000DEPT|居住证|演|examine|caseNo/)
    for (const text of values.flat()) expect(Buffer.from(String(text).split('.').at(-1) ?? '', 'base64url').toString('utf8')).not.toMatch(/居住证|caseNo/)
    for (const key of keys) expect(key).toMatch(/^\{case-copies:\d+\}:/)
  })

  it('do not open under another name, with another key, or when changed', async () => {
    await create().keep('one-window', 'ann', mine, NOW)
    await create().keep('one-window', 'bob', holdings(), NOW)
    const [one = '', other = ''] = await copyKeys()
    const [left, right] = await Promise.all([redis.get(one), redis.get(other)])
    await redis.mset(one, right ?? '', other, left ?? '')
    expect([await create().read('one-window', 'ann'), await create().read('one-window', 'bob')]).toEqual([null, null])
    await create().keep('one-window', 'ann', mine, NOW + 1)
    expect(await create({ sealing: createSealing([{ id: 't', key: Buffer.alloc(32, 8) }]) }).read('one-window', 'ann')).toBeNull()
  })

  it('are never replaced by an older answer that came later', async () => {
    await create().keep('one-window', 'ann', mine, NOW)
    await create().keep('one-window', 'ann', holdings(), NOW - 1)
    expect(await create().read('one-window', 'ann')).toEqual({ holdings: mine, asOf: NOW })
    await create().keep('one-window', 'ann', holdings(), NOW + 1)
    expect(await create().read('one-window', 'ann')).toEqual({ holdings: holdings(), asOf: NOW + 1 })
  })

  it('end by themselves, index and all', async () => {
    await create({ days: 3 }).keep('one-window', 'ann', mine, NOW)
    for (const key of await redis.keys('*')) {
      const left = await redis.pttl(key)
      expect(left).toBeGreaterThan(2.9 * 86_400_000)
      expect(left).toBeLessThanOrEqual(3 * 86_400_000)
    }
  })

  it('are no more than so many in all, and the oldest go first', async () => {
    const copies = create({ most: 128 })
    for (let i = 0; i < 1_000; i += 1) await copies.keep('one-window', `who ${i}`, holdings(), NOW + i)
    const kept = await copyKeys()
    expect(kept.length).toBeLessThanOrEqual(128)
    expect(kept.length).toBeGreaterThan(64)
    const indexed = await Promise.all((await redis.keys('*:index')).map((key) => redis.zcard(key)))
    expect(indexed.reduce((sum, count) => sum + count, 0)).toBe(kept.length)
    expect(await copies.read('one-window', 'who 999')).not.toBeNull()
    expect(await copies.read('one-window', 'who 0')).toBeNull()
  })

  it('are no more than so many also when that is fewer than there are buckets', async () => {
    const copies = create({ most: 3 })
    for (let i = 0; i < 50; i += 1) await copies.keep('one-window', `who ${i}`, holdings(), NOW + i)
    expect((await copyKeys()).length).toBeLessThanOrEqual(3)
  })

  it('are not kept when larger than 64 kB, and not at all when the setting says so', async () => {
    const large: Holdings = holdings(Array.from({ length: 200 }, () => aRecord({ itemName: '事'.repeat(200) })))
    await create().keep('one-window', 'ann', large, NOW)
    for (const none of [{ days: 0 }, { most: 0 }]) await create(none).keep('one-window', 'ann', mine, NOW)
    expect(await redis.dbsize()).toBe(0)
    expect(await create({ days: 0 }).read('one-window', 'ann')).toBeNull()
    expect(problems).toEqual([])
  })

  it('are none, and reported, when Redis fails: nobody is refused for it', async () => {
    await create().keep('one-window', 'ann', mine, NOW)
    for (const key of await copyKeys()) await redis.del(key).then(() => redis.lpush(key, 'not a text'))
    expect(await create().read('one-window', 'ann')).toBeNull()
    expect(problems).toHaveLength(1)
  })
})
