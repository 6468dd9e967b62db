import { pino, type Logger } from 'pino'
import { systemClock } from '../../bff/platform/clock'
import { createMetrics } from '../../bff/platform/metrics'
import { createUpstream, type Upstream } from '../../bff/backends/upstream'
import type { FaultKind } from '../../mock/faults'

/** Time enough for a busy machine … */
export const patient = { budgetMs: 20_000, attemptMs: 5_000 } as const
/** … and, where somebody hangs, no more than the test of it can spare. */
export const impatient = { ...patient, attemptMs: 1_000 } as const

/** A logger that keeps every line it was given, of every level. */
export const listeningLogger = (): { readonly logger: Logger; readonly logged: string[] } => {
  const logged: string[] = []
  return { logged, logger: pino({ level: 'trace' }, { write: (line: string) => { logged.push(line) } }) }
}

/** @param fault what the other side will do; only of one that hangs it gives up soon */
export const testUpstream = (system: string, fault?: FaultKind, logger: Logger = pino({ level: 'silent' })): Upstream => createUpstream({
  system, logger, metrics: createMetrics(), clock: systemClock, settings: fault === 'hang' ? impatient : patient,
})

/** The code of the contract error that a promise ends with. */
export const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    return await promise
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}
