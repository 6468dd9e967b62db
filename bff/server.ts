import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { createApp } from './app'
import type { Config } from './config'
import { loadScripts } from './engine/script'
import { answerBrokenRequest } from './http/brokenRequests'
import { systemClock, type Clock } from './platform/clock'
import { createLogger } from './platform/logger'
import { createMetrics } from './platform/metrics'
import { connectRedis, redisHealth } from './platform/redis'
import { allScripts, wire } from './wiring'

const STOP_GRACE_MS = 2_000

export interface RunningServer { readonly port: number; readonly hallCount: number; readonly stop: () => Promise<void> }

/** Starts one process's worth of server. Throws when the settings, the halls or Redis are not right. */
export const startServer = async (config: Config, clock: Clock = systemClock): Promise<RunningServer> => {
  const logger = createLogger(config.LOG_LEVEL)
  const metrics = createMetrics()
  const redis = connectRedis(config.REDIS_URL, logger)
  const { handlers, authenticators, closer, staff, hallCount } = wire({ config, redis, clock, logger, metrics })
  await redis.connect()
  // A Redis that restarts forgets the scripts; each new connection brings them again.
  redis.on('ready', () => { void loadScripts(redis, allScripts).catch((error: unknown) => logger.warn({ problem: String(error) }, 'scripts not loaded')) })
  await loadScripts(redis, allScripts)
  const { durable, version } = await redisHealth(redis)
  if (!durable) logger.warn({ version }, 'Redis may lose acknowledged numbers in a power cut: set appendonly yes and appendfsync always')
  if (config.BOOTSTRAP_ACCOUNT) await staff.bootstrap(config.BOOTSTRAP_ACCOUNT, config.BOOTSTRAP_PASSWORD)

  const server = createServer(createApp({ config, logger, metrics, authenticators, handlers }).callback())
  server.on('clientError', answerBrokenRequest)
  await listen(server, config)
  closer.start()
  const { port } = server.address() as AddressInfo
  logger.info({ port, halls: hallCount, redis: version, durable }, 'listening')
  return {
    port, hallCount,
    stop: async () => {
      closer.stop()
      await closed(server)
      redis.disconnect()
    },
  }
}

/** Answers what is under way, then closes; who keeps a connection busy longer than the grace is cut off. */
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })

const listen = (server: Server, { HOST, PORT }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => resolve())
  })
