import { setTimeout as pause } from 'node:timers/promises'
import type { SourceAnswer } from '../capabilities/cases/port'

/** An answer that takes several calls, or `unavailable` when they take longer together than one question may. */
export const withinBudget = async <T>(budgetMs: number, answer: Promise<SourceAnswer<T>>): Promise<SourceAnswer<T>> => {
  const inTime = new AbortController()
  const late = pause(budgetMs, { kind: 'unavailable' } as const, { signal: inTime.signal, ref: false }).catch(() => ({ kind: 'unavailable' } as const))
  try {
    return await Promise.race([answer, late])
  } finally {
    inTime.abort()
  }
}
