import { setTimeout as pause } from 'node:timers/promises'

export interface Gate {
  /** Resolves when the next request may leave. */
  readonly pass: () => Promise<void>
}

/**
 * Spaces requests, for everything that shares the gate: so many a second in the long run, and after a silence one second's
 * worth at once. Infinity lets all pass.
 */
export const createGate = (perSecond: number): Gate => {
  const spacing = 1000 / perSecond
  let next = -1000
  return {
    pass: async () => {
      const now = performance.now()
      next = Math.max(now - 1000, next) + spacing
      if (next > now) await pause(next - now)
    },
  }
}
