import { useRedis } from '../../../tests/support/redis'
import type { Redis } from '../../platform/redis'
import { createTries } from './tries'

const redis = useRedis()
const create = (most = 3) => createTries({ redis: redis as unknown as Redis, nameKey: Buffer.from('key of tests'), most, minutes: 60 })
const CASE = '11990000DEPT00005Y3442009001000202601050001'
const OTHER = '11990000DEPT00005Y3442009001000202601050002'
const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: { code?: string; details?: unknown }) => ({ code: error.code, details: error.details }))

beforeEach(async () => { await redis.flushdb() })

describe('guesses at a case’s number', () => {
  it('are so many over all processes, for each number by itself; then one hears for how long to wait', async () => {
    const processes = [create(), create()]
    for (let i = 0; i < 3; i += 1) await processes[i % 2]?.count(CASE)
    expect(await refusal(create().count(CASE))).toEqual({ code: 'TOO_MANY_TRIES', details: { minutes: 60 } })
    expect(await refusal(create().count(OTHER))).toBeNull()
  })

  it('fifty at once let exactly so many through', async () => {
    const processes = Array.from({ length: 5 }, () => create())
    const told = await Promise.all(Array.from({ length: 50 }, (_, i) => refusal(processes[i % 5]?.count(CASE) ?? Promise.reject(new Error('none')))))
    expect(told.filter((one) => one === null)).toHaveLength(3)
    expect(told.filter((one) => one?.code === 'TOO_MANY_TRIES')).toHaveLength(47)
  })

  it('that were right are not counted', async () => {
    for (let i = 0; i < 20; i += 1) {
      await create().count(CASE)
      await create().forgive(CASE)
    }
    expect(await refusal(create().count(CASE))).toBeNull()
  })

  it('are forgotten after the time, and their keys name no case', async () => {
    await create().count(CASE)
    const keys = await redis.keys('*')
    expect(keys).toHaveLength(1)
    expect(keys[0]).not.toContain('11990000')
    expect(await redis.pttl(keys[0] ?? '')).toBeGreaterThan(3_500_000)
  })

  it('are refused while Redis cannot count them', async () => {
    await create().count(CASE)
    const [key = ''] = await redis.keys('*')
    await redis.del(key)
    await redis.lpush(key, 'no number')
    expect(await refusal(create().count(CASE))).toMatchObject({ code: 'UNAVAILABLE' })
    await expect(create().forgive(CASE)).resolves.toBeUndefined()
  })
})
