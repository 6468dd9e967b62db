import { pino } from 'pino'
import { systemClock } from '../../bff/platform/clock'
import { createMetrics } from '../../bff/platform/metrics'
import { createUpstream, type Upstream } from '../../bff/backends/upstream'

/** An upstream that gives up sooner than in earnest, so that a test of hanging does not. */
export const testUpstream = (system: string): Upstream => createUpstream({
  system, logger: pino({ level: 'silent' }), metrics: createMetrics(), clock: systemClock, settings: { budgetMs: 1_000, attemptMs: 250 },
})

/** The code of the contract error that a promise ends with. */
export const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    return await promise
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}
