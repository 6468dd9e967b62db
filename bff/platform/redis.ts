import { ContractError } from '@shared/errors'
import type { Writable } from 'node:stream'
import Redis from 'ioredis'
import type { Logger } from './logger'

export type { Redis }

/**
 * One connection. It fails fast instead of queueing while Redis is away, and never
 * resends by itself what may have been carried out: the caller repeats with the same key.
 */
export const connectRedis = (url: string, logger: Logger): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true, enableOfflineQueue: false, autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 0,
    commandTimeout: 5_000, connectTimeout: 3_000, retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
  })
  redis.on('connect', () => coalesceWrites(redis.stream))
  redis.on('error', (error: Error) => logger.warn({ problem: error.message }, 'redis connection'))
  return redis
}

/** A connection that waits for jobs: as long as need be, for each of its commands, and for Redis to come back. */
export const connectForJobs = (url: string, logger: Logger): Redis => {
  const redis = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 3_000, retryStrategy: (attempt) => Math.min(100 * attempt, 2_000) })
  redis.on('error', (error: Error) => logger.warn({ problem: error.message }, 'redis connection of jobs'))
  return redis
}

/**
 * Sends the commands of all requests that arrived together in one piece: one call into the system here, one there, and one
 * flush to disk for all of them. They wait for nobody: the piece leaves as soon as what has arrived is read.
 */
const coalesceWrites = (stream: Pick<Writable, 'write' | 'cork' | 'uncork'>): void => {
  const write = stream.write.bind(stream)
  let waiting = false
  stream.write = ((...args: Parameters<typeof write>) => {
    if (!waiting) {
      waiting = true
      stream.cork()
      setImmediate(() => {
        waiting = false
        stream.uncork()
      })
    }
    return write(...args)
  }) as typeof stream.write
}

/** True when the command never left this process, or Redis refused it whole: nothing can have changed. */
const neverSent = (error: Error): boolean => /isn't writeable|enableOfflineQueue|ECONNREFUSED|LOADING|MASTERDOWN|CLUSTERDOWN|^(OOM|READONLY|MISCONF|NOREPLICAS|BUSY|TRYAGAIN)\b/.test(error.message)

/** What a failed Redis call means to the caller: nothing happened, or nobody knows. */
export const redisFailure = (error: unknown): ContractError => {
  if (error instanceof ContractError) return error
  const failure = error instanceof Error ? error : new Error(String(error))
  if (neverSent(failure)) return Object.assign(new ContractError('UNAVAILABLE'), { cause: failure })
  const lost = /Connection is closed|max retries per request|Command timed out|ECONNRESET|EPIPE/.test(failure.message)
  return Object.assign(new ContractError(lost ? 'UNKNOWN_OUTCOME' : 'INTERNAL'), { cause: failure })
}

export interface RedisHealth { readonly version: string; readonly durable: boolean }

/** Version, and whether every write is on disk before it is answered. */
export const redisHealth = async (redis: Redis): Promise<RedisHealth> => {
  const info = await redis.info('server')
  const version = /redis_version:(\S+)/.exec(info)?.[1] ?? 'unknown'
  const settings = await redis.config('GET', 'append*').catch(() => []) as unknown
  const text = JSON.stringify(settings)
  return { version, durable: /appendonly\W+yes/.test(text) && /appendfsync\W+always/.test(text) }
}
