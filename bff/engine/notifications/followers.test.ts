import { useRedis } from '../../../tests/support/redis'
import { createFollowers } from './followers'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 0, 5, 2)
const redis = useRedis()
const followers = createFollowers(redis, Buffer.alloc(32, 3))
const [ONE, OTHER] = ['1199000000000001', '1199000000000002']
const of = async (caseNo: string) => (await followers.of(caseNo)).map(({ citizenId, personId }) => `${citizenId} ${personId}`)

beforeEach(() => redis.flushdb())

describe('who follows a case', () => {
  it('ends with who may see it no more, for that case and as that person', async () => {
    for (const personId of ['self', 'p1']) await followers.follow('c1', personId, [ONE, OTHER], NOW)
    await followers.follow('c2', 'self', [ONE], NOW + 1)
    await followers.unfollow(ONE, 'c1', 'p1')
    expect([await of(ONE), await of(OTHER)]).toEqual([['c1 self', 'c2 self'], ['c1 p1', 'c1 self']])
  })

  it('ends everywhere for who is to be forgotten, and nothing of them is left', async () => {
    for (const personId of ['self', 'p1']) await followers.follow('c1', personId, [ONE, OTHER], NOW)
    await followers.follow('c2', 'self', [ONE], NOW)
    for (let times = 0; times < 2; times += 1) await followers.forget('c1')
    expect([await of(ONE), await of(OTHER)]).toEqual([['c2 self'], []])
    expect((await redis.keys('*')).filter((key) => key.includes('c1'))).toEqual([])
    await followers.follow('c1', 'self', [], NOW)
    expect((await redis.keys('*')).filter((key) => key.includes('c1'))).toEqual([])
  })

  it('keeps beside a citizen what they have seen within half a year, by no case’s number', async () => {
    await followers.follow('c1', 'self', [ONE], NOW)
    await followers.follow('c1', 'self', [OTHER], NOW + 181 * DAY_MS)
    const kept = await redis.zrange('{citizen:c1}:msg:follows', '0', '-1')
    expect([kept.length, JSON.stringify(kept).includes(ONE) || JSON.stringify(kept).includes(OTHER)]).toEqual([1, false])
    expect(await redis.ttl('{citizen:c1}:msg:follows')).toBeGreaterThan(179 * 86_400)
  })
})
