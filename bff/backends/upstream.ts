import {
  BrokenCircuitError, BulkheadRejectedError, ConsecutiveBreaker, ExponentialBackoff, TaskCancelledError, TimeoutStrategy,
  bulkhead, circuitBreaker, handleType, handleWhen, retry, timeout,
} from 'cockatiel'
import type { Clock } from '../platform/clock'
import type { Logger } from '../platform/logger'
import type { Metrics } from '../platform/metrics'
import { attempt } from './attempt'
import type { Outcome, UpstreamCall } from './call'
import { AttemptFailure } from './failure'

export type { Outcome, UpstreamCall } from './call'

export interface UpstreamSettings {
  /** All the time a call may take, waiting for its turn and retries included. */
  readonly budgetMs: number
  /** The time of one attempt. */
  readonly attemptMs: number
  /** Attempts in all, where repeating is safe. */
  readonly attempts: number
  /** Calls at once … */
  readonly parallel: number
  /** … and how many more may wait for their turn. */
  readonly waiting: number
  /** So many failures in a row and the system is left alone … */
  readonly failuresToOpen: number
  /** … for so long, then tried with one call. */
  readonly openMs: number
}

export const usualSettings: UpstreamSettings = {
  budgetMs: 5_000, attemptMs: 3_000, attempts: 3, parallel: 32, waiting: 64, failuresToOpen: 5, openMs: 5_000,
}

export interface UpstreamOptions {
  /** Its name in logs and metrics. */
  readonly system: string
  readonly logger: Logger
  readonly metrics: Metrics
  readonly clock: Clock
  readonly settings?: Partial<UpstreamSettings>
}

/** What a wrong or missing key is answered with: nobody but an operator can mend that. */
const STRANGERS: readonly number[] = [401, 403]

export interface Upstream { readonly call: <T>(call: UpstreamCall<T>) => Promise<Outcome<T>> }

/**
 * The one way to call an outside system: time budget, retries with jitter where repeating is safe, breaker and bulkhead
 * of its own. Never throws. Logs names, times and error codes, nothing of what was said.
 */
export const createUpstream = ({ system, logger, metrics, clock, settings }: UpstreamOptions): Upstream => {
  const { budgetMs, attemptMs, attempts, parallel, waiting, failuresToOpen, openMs } = { ...usualSettings, ...settings }
  const budget = timeout(budgetMs, TimeoutStrategy.Aggressive)
  const seats = bulkhead(parallel, waiting)
  const breaker = circuitBreaker(handleType(AttemptFailure), { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(failuresToOpen) })
  const show = (state: number): void => { metrics.breaker.set({ system }, state) }
  show(0)
  breaker.onHalfOpen(() => show(1))
  breaker.onBreak(() => {
    show(2)
    logger.warn({ system }, 'outside system is left alone for a while')
  })
  breaker.onReset(() => {
    show(0)
    logger.info({ system }, 'outside system answers again')
  })
  const again = (repeatable: boolean) => retry(
    handleWhen((error) => error instanceof AttemptFailure && (repeatable || error.trace === 'nothing-happened')),
    { maxAttempts: attempts - 1, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }) },
  )
  const retries = { safe: again(true), unsafe: again(false) }

  /** Its last failure: left alone for an answer against its contract, it is still unreadable and not silent. */
  let last: AttemptFailure | undefined
  const run = async <T>(call: UpstreamCall<T>, mayHaveArrived: (state: boolean) => void): Promise<Outcome<T>> => {
    const once = async (signal: AbortSignal): Promise<Outcome<T>> => {
      try {
        const outcome = await attempt(call, AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]), () => mayHaveArrived(true))
        last = undefined
        return outcome
      } catch (error) {
        if (error instanceof AttemptFailure) last = error
        if (error instanceof AttemptFailure && error.trace === 'nothing-happened') mayHaveArrived(false)
        throw error
      }
    }
    const policy = call.repeatable ? retries.safe : retries.unsafe
    return budget.execute(({ signal }) =>
      seats.execute(() => policy.execute(() => breaker.execute(() => once(signal), signal), signal), signal))
  }

  return {
    call: async (call) => {
      const start = clock()
      let arrived = false
      let problem: string | undefined
      const outcome = await run(call, (state) => { arrived = state }).catch((thrown: unknown) => {
        const alone = thrown instanceof BrokenCircuitError
        problem = alone && last ? `left alone after: ${last.problem}` : problemOf(thrown)
        const failure = alone ? last : thrown
        if (call.repeatable && failure instanceof AttemptFailure && failure.unreadable) return { kind: 'unreadable' } as const
        return { kind: arrived && !call.repeatable ? 'unknown' : 'unavailable' } as const
      })
      const ms = clock() - start
      metrics.upstream.observe({ system, outcome: outcome.kind }, ms / 1000)
      if (problem) logger.warn({ system, operation: call.name, outcome: outcome.kind, ms, problem }, 'outside system failed')
      else if (outcome.kind === 'rejected' && STRANGERS.includes(outcome.status)) logger.warn({ system, operation: call.name, status: outcome.status, ms }, 'outside system does not let us in')
      else logger.debug({ system, operation: call.name, outcome: outcome.kind, ms }, 'outside system answered')
      return outcome
    },
  }
}

const problemOf = (thrown: unknown): string => {
  if (thrown instanceof AttemptFailure) return thrown.problem
  if (thrown instanceof BrokenCircuitError) return 'left alone'
  if (thrown instanceof BulkheadRejectedError) return 'too many at once'
  if (thrown instanceof TaskCancelledError) return 'out of time'
  return thrown instanceof Error ? thrown.name : 'unexpected'
}
