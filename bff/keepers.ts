import { setTimeout as pause } from 'node:timers/promises'
import type { LocalText } from '@shared/endpoint'
import { ContractError } from '@shared/errors'

/** What keeps a part of some halls: our own engine, or a system outside. */
export interface Keeper<Port> {
  readonly port: Port
  /** The system's name; null when it is our own. */
  readonly outside: LocalText | null
}

/** Nobody waits longer than this for a system outside when there is something else to show. One that always takes its whole budget is still heard. */
const PATIENCE_MS = 3_500

/**
 * Asks all at once. A system outside that cannot tell, or is late, is named in `missing`, so that nobody takes what came for all
 * there is; what our own cannot tell, nobody can, and its error is thrown.
 */
export const askAll = async <Port, T>(
  keepers: readonly Keeper<Port>[], ask: (port: Port) => Promise<readonly T[]>, patienceMs = PATIENCE_MS,
): Promise<{ readonly found: readonly T[]; readonly missing: readonly LocalText[] }> => {
  const over = new AbortController()
  const late = pause(patienceMs, null, { signal: over.signal, ref: false }).catch(() => null)
  const silent = (error: unknown): null => {
    if (error instanceof ContractError) return null
    throw error
  }
  try {
    const answers = await Promise.all(keepers.map(({ port, outside }) => (outside ? Promise.race([ask(port).catch(silent), late]) : ask(port))))
    return {
      found: answers.flatMap((answer) => answer ?? []),
      missing: keepers.flatMap(({ outside }, i) => (outside && answers[i] === null ? [outside] : [])),
    }
  } finally {
    over.abort()
  }
}
