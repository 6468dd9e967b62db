import type { Retry } from '@shared/errors'

/** How a try at an act ended without success; `OFFLINE` means that no answer arrived at all. */
export interface Failure { readonly code: string; readonly retry: Retry }

/** Waits between tries, milliseconds; the last repeats. */
const WAITS_MS = [500, 1000, 2000, 4000] as const
/** An answer that says “our fault, the same again may work” is believed after so many tries. */
const TRIES_AT_INTERNAL = 3

/**
 * How long to wait before the same act is sent again with the same key, or null when the failure is an answer.
 * Where the outcome is unknown the act is asked for until an answer comes: the key makes that safe,
 * and anything else would leave the clerk guessing whether somebody was called.
 */
export const waitBeforeRetry = ({ code, retry }: Failure, triesSoFar: number): number | null => {
  if (retry !== 'same-key') return null
  if (code === 'INTERNAL' && triesSoFar >= TRIES_AT_INTERNAL) return null
  return WAITS_MS[Math.min(triesSoFar, WAITS_MS.length) - 1] ?? WAITS_MS[0]
}

export interface Attempt<T> {
  /** Sends the act with this key; fails with a `Failure`. */
  readonly send: (key: string) => Promise<T>
  readonly key: string
  readonly wait: (milliseconds: number) => Promise<void>
  readonly failureOf: (thrown: unknown) => Failure
  /** The first try brought no answer: the clerk is told that it is being confirmed. */
  readonly onUnanswered: () => void
  /** True once the clerk, or the page's end, gives up on an answer. */
  readonly isGivenUp: () => boolean
}

/** Sends an act, always with the same key, until there is an answer; fails with what the last try failed with. */
export const untilAnswered = async <T>({ send, key, wait, failureOf, onUnanswered, isGivenUp }: Attempt<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(key)
    } catch (thrown) {
      const milliseconds = waitBeforeRetry(failureOf(thrown), tries)
      if (milliseconds === null || isGivenUp()) throw thrown
      onUnanswered()
      await wait(milliseconds)
      if (isGivenUp()) throw thrown
    }
  }
}
