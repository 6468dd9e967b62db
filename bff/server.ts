import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { createApp } from './app'
import { demoSettings, type Config } from './config'
import { loadScripts } from './engine/script'
import { answerBrokenRequest } from './http/brokenRequests'
import { systemClock, type Clock } from './platform/clock'
import { createLogger } from './platform/logger'
import { createMetrics } from './platform/metrics'
import { connectRedis, redisHealth } from './platform/redis'
import { allScripts, wire } from './wiring'

const STOP_GRACE_MS = 2_000
const KEEP_ALIVE_MS = 65_000
/** Connections that may wait to be taken up: at the second of a release thousands come at once. The kernel allows no more than its somaxconn. */
const BACKLOG = 65_535

export interface RunningServer { readonly port: number; readonly hallCount: number; readonly stop: () => Promise<void> }

/** Starts one process's worth of server. Throws when the settings, the halls or Redis are not right. */
export const startServer = async (config: Config, clock: Clock = systemClock): Promise<RunningServer> => {
  const logger = createLogger(config.LOG_LEVEL, config.LOG_FILE)
  const metrics = createMetrics()
  const redis = connectRedis(config.REDIS_URL, logger)
  const { handlers, authenticators, rounds, staff, hallCount } = wire({ config, redis, clock, logger, metrics })
  await redis.connect()
  // A Redis that restarts forgets the scripts; each new connection brings them again.
  redis.on('ready', () => { void loadScripts(redis, allScripts).catch((error: unknown) => logger.warn({ problem: String(error) }, 'scripts not loaded')) })
  await loadScripts(redis, allScripts)
  const { durable, version } = await redisHealth(redis)
  if (!durable) logger.warn({ version }, 'Redis may lose acknowledged numbers in a power cut: set appendonly yes and appendfsync always')
  const demo = demoSettings(config)
  if (config.NODE_ENV === 'production' && demo.length > 0) logger.warn({ settings: demo }, 'these settings are those of the demonstration')
  if (config.BOOTSTRAP_ACCOUNT) await staff.bootstrap(config.BOOTSTRAP_ACCOUNT, config.BOOTSTRAP_PASSWORD)

  const server = createServer(createApp({ config, logger, metrics, authenticators, handlers }).callback())
  // Longer than proxies keep an idle connection, or one of them would send on a connection that is just being closed.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 5_000
  server.on('clientError', answerBrokenRequest)
  await listen(server, config)
  for (const round of rounds) round.start()
  const { port } = server.address() as AddressInfo
  logger.info({ port, halls: hallCount, redis: version, durable }, 'listening')
  return {
    port, hallCount,
    stop: async () => {
      const stopped = rounds.map((round) => round.stop())
      await Promise.all([closed(server), ...stopped])
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
    server.listen({ port: PORT, host: HOST, backlog: BACKLOG }, resolve)
  })
