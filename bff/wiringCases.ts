import { createHousing } from './backends/housing/housing'
import { createOneWindow } from './backends/onewindow/oneWindow'
import { createSocialSecurity } from './backends/socialsecurity/socialSecurity'
import type { AdapterName, System } from './backends/systems'
import { createTransport } from './backends/transport/transport'
import type { Upstream } from './backends/upstream'
import { createWorkCalendar } from './platform/workCalendar'
import { ChangePoller } from './capabilities/cases/polling'
import type { CaseSource, Enterprises, Guides, RealNames, Visits } from './capabilities/cases/port'
import { caseRoutes } from './capabilities/cases/routes'
import { CaseService } from './capabilities/cases/service'
import type { Config } from './config'
import { createChangeLog } from './engine/cases/changeLog'
import { createCopies } from './engine/cases/copies'
import { createTries } from './engine/cases/tries'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'
import { deriveKey } from './platform/secrets'
import type { Systems } from './wiringSystems'

const ASK_AGAIN_MS = 1_500

type Adapter = (upstream: Upstream, system: System, clock: Clock) => CaseSource
/** The adapters of systems that hold cases. */
const adapters: Partial<Record<AdapterName, Adapter>> = {
  'one-window': createOneWindow, 'social-security': createSocialSecurity, housing: createHousing, transport: createTransport,
}

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly sealing: Sealing
  readonly systems: Pick<Systems, 'all' | 'upstreamFor'>
  readonly names: RealNames
  readonly enterprises: Enterprises
  readonly visits: Visits
  readonly guides: Guides
}

/** Joins the cases with every system that holds some, in the order of the configuration. */
export const wireCases = ({ config, redis, clock, logger, sealing, systems, ...ports }: Parts) => {
  const sources = [...systems.all.values()].flatMap((system): CaseSource[] => {
    const create = adapters[system.adapter]
    return create ? [create(systems.upstreamFor(system.systemId), system, clock)] : []
  })
  const service = new CaseService({
    sources, ...ports, clock, isWorkingDay: createWorkCalendar(), answerMs: config.CASE_ANSWER_MS, askAgainMs: ASK_AGAIN_MS,
    subjectKey: deriveKey(config.APP_SECRET, 'case-subject'),
    copies: createCopies({
      redis, sealing, nameKey: deriveKey(config.APP_SECRET, 'case-copy'), days: config.CASE_COPY_DAYS, most: config.CASE_COPIES,
      report: (error) => logger.warn({ problem: String(error) }, 'a copy of cases could not be read or kept'),
    }),
    tries: createTries({ redis, nameKey: deriveKey(config.APP_SECRET, 'case-tries'), most: config.CASE_TRIES, minutes: config.CASE_TRY_MINUTES }),
    report: (system, error) => logger.error({ system, problem: String(error) }, 'an adapter threw'),
  })
  const log = createChangeLog(redis)
  const rounds = sources.map((source) => new ChangePoller({ source, log, everyMs: config.CASE_POLL_SECONDS * 1000 },
    (error) => logger.warn({ system: source.sourceId, problem: String(error) }, 'changes of cases could not be followed')))
  return { service, handlers: caseRoutes(service), rounds }
}
