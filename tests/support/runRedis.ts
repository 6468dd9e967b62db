import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startRedis } from '../../scripts/redis.mjs'

let end: (() => Promise<void>) | undefined

/**
 * Starts the run's own Redis, fsync on every write, and names it in TEST_REDIS_URL. REDIS_URL is not used: tests empty
 * what they are given. Never the embedded one, which is not Redis.
 */
export const beginRedis = async (): Promise<void> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'yichuang-redis-'))
  const redis = await startRedis({ dir, appendfsync: 'always', kinds: ['program', 'package'], say: (text) => process.stderr.write(`${text}\n`) })
  process.env.TEST_REDIS_URL = redis.url
  end = async () => {
    await redis.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

export const endRedis = async (): Promise<void> => {
  await end?.()
  end = undefined
}
