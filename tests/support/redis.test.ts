import { useRedis } from './redis'

describe('the run’s Redis', () => {
  const redis = useRedis()

  it('keeps every acknowledged write: append-only, fsync always', async () => {
    expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'yes'])
    expect(await redis.config('GET', 'appendfsync')).toEqual(['appendfsync', 'always'])
  })

  it('is empty at the start of a file, and runs scripts', async () => {
    expect(await redis.dbsize()).toBe(0)
    expect(await redis.eval('return redis.call("incr", KEYS[1])', 1, '{test}:count')).toBe(1)
  })
})
