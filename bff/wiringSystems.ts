import { loadSystems, type AdapterName, type System } from './backends/systems'
import { createUpstream, type Upstream } from './backends/upstream'
import type { Config } from './config'
import type { Keeper } from './keepers'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Metrics } from './platform/metrics'

interface Parts {
  readonly config: Pick<Config, 'SYSTEMS_FILE' | 'SYSTEMS_URL' | 'SYSTEM_KEYS'>
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

/** Who serves a part of the halls. */
export interface Serving<Port> {
  readonly of: (hall: { readonly hallId: string }) => Port
  /** Each once, our own first. */
  readonly keepers: (halls: readonly { readonly hallId: string }[]) => readonly Keeper<Port>[]
}

/** The outside systems, and how each is reached. */
export interface Systems {
  readonly all: ReadonlyMap<string, System>
  /** Those that one adapter speaks to, in the order of the file. */
  readonly servedBy: (adapter: AdapterName) => readonly System[]
  /** The same one for the same system: its breaker and its seats are shared by all who call it. */
  readonly upstreamFor: (systemId: string) => Upstream
  /**
   * What serves a part of a hall: the adapter of the system the hall names, made once a system, else the built-in one.
   * @param keptBy the system a hall names for that part; that it exists, and of which kind it is, was looked at when the halls were read
   */
  readonly choose: <Port>(builtIn: Port, keptBy: (hallId: string) => string | null | undefined, create: (upstream: Upstream, system: System) => Port)
  => Serving<Port>
}

/** Reads the outside systems. Throws `ConfigFaults`. */
export const wireSystems = ({ config, clock, logger, metrics }: Parts): Systems => {
  const all = loadSystems(config.SYSTEMS_FILE, config.SYSTEMS_URL, config.SYSTEM_KEYS)
  const upstreams = new Map<string, Upstream>()
  const systemOf = (systemId: string): System => {
    const system = all.get(systemId)
    if (!system) throw new Error(`there is no outside system ${systemId}`)
    return system
  }
  const upstreamFor = (systemId: string): Upstream => {
    const known = upstreams.get(systemId) ?? createUpstream({ system: systemId, logger, metrics, clock, settings: systemOf(systemId) })
    upstreams.set(systemId, known)
    return known
  }
  return {
    all, upstreamFor,
    servedBy: (adapter) => [...all.values()].filter((system) => system.adapter === adapter),
    choose: <Port>(builtIn: Port, keptBy: (hallId: string) => string | null | undefined, create: (upstream: Upstream, system: System) => Port) => {
      const made = new Map<string, Port>()
      const madeFor = (systemId: string): Port => {
        const port = made.get(systemId) ?? create(upstreamFor(systemId), systemOf(systemId))
        made.set(systemId, port)
        return port
      }
      return {
        of: ({ hallId }) => {
          const systemId = keptBy(hallId)
          return systemId ? madeFor(systemId) : builtIn
        },
        keepers: (halls) => {
          const systemIds = [...new Set(halls.flatMap(({ hallId }) => keptBy(hallId) || []))]
          return [{ port: builtIn, outside: null }, ...systemIds.map((systemId) => ({ port: madeFor(systemId), outside: systemOf(systemId).name }))]
        },
      }
    },
  }
}
