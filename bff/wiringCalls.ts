import { callRoutes } from './capabilities/calls/routes'
import { CallSealer } from './capabilities/calls/sealing'
import { CallLogService } from './capabilities/calls/service'
import type { HallDirectory } from './capabilities/halls/directory'
import { createCallLog } from './engine/calls/engine'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Redis } from './platform/redis'

interface Parts {
  readonly config: { readonly CALL_LOG_SECONDS: number }
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly directory: HallDirectory
}

/** Joins the log of calls with the halls whose queue is ours; what another system calls is not ours to tell. */
export const wireCalls = ({ config, redis, clock, logger, directory }: Parts) => {
  const log = createCallLog(redis)
  const service = new CallLogService(log, {
    keeps: (hallId) => {
      const hall = directory.find(hallId)
      return hall ? !hall.systems.queue : null
    },
  })
  const sealer = new CallSealer({
    log, clock, halls: directory.halls.filter(({ systems }) => !systems.queue).map(({ hallId }) => hallId), everyMs: config.CALL_LOG_SECONDS * 1000,
  }, (hallId, error) => logger.error({ hallId, problem: String(error) }, 'the log of calls could not be sealed'))
  return { handlers: callRoutes(service), rounds: [sealer] }
}
