import { Redis } from 'ioredis'

/**
 * The run's Redis, at the logical database of this jest worker: files that run at the same time do not meet. Publish and
 * subscribe know no databases, so a test that uses channels must name them for itself.
 * @throws when jest's global setup did not run
 */
export const testRedisUrl = (): string => {
  const url = process.env.TEST_REDIS_URL
  if (!url) throw new Error('TEST_REDIS_URL is missing: run the tests by jest with its global setup')
  return `${url}/${process.env.JEST_WORKER_ID ?? '0'}`
}

/**
 * For a test file: call once at its top. Gives a client of an empty database, and closes it after the file.
 * Empties before the file, not after, so that what a failed test left can be looked at.
 */
export const useRedis = (): Redis => {
  const redis = new Redis(testRedisUrl(), { lazyConnect: true })
  beforeAll(async () => { await redis.flushdb() })
  afterAll(async () => { await redis.quit() })
  return redis
}
