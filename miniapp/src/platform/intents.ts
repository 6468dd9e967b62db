import type { ErrorCode } from '@shared/errors'
import type { Keep } from './keep'

/** One act the citizen asked for, with the key that makes every repetition of it the same act. */
export interface Intent<B> { readonly key: string; readonly body: B; readonly madeAt: number }

export interface Intents<B> {
  /** The kept intent, if it is still unanswered and not too old to be meant any more. */
  pending(name: string): Intent<B> | null
  /** The intent for this act: the kept one when it asks for the same, else a new one. Kept before it is returned. */
  open(name: string, body: B): Intent<B>
  /** The server has answered for good: the next act gets a new key. */
  settle(name: string): void
}

/** After this a forgotten act is not carried out by itself any more: the citizen may be elsewhere. */
export const INTENT_LASTS_MS = 10 * 60_000

const isIntent = <B>(value: unknown): value is Intent<B> =>
  typeof value === 'object' && value !== null && 'key' in value && 'body' in value && 'madeAt' in value
  && typeof value.key === 'string' && typeof value.madeAt === 'number'

/**
 * The keys of acts under way. A double tap, a retry, a lost answer and a restart of the app
 * all find the same key here, and so get the same result from the server.
 */
export const createIntents = <B>(keep: Keep, makeKey: () => string, now: () => number): Intents<B> => {
  const pending = (name: string): Intent<B> | null => {
    const kept = keep.read(name)
    if (!isIntent<B>(kept)) return null
    const age = now() - kept.madeAt
    return age >= 0 && age < INTENT_LASTS_MS ? kept : null
  }
  return {
    pending,
    open: (name, body) => {
      const kept = pending(name)
      if (kept && JSON.stringify(kept.body) === JSON.stringify(body)) return kept
      const intent = { key: makeKey(), body, madeAt: now() }
      keep.write(name, intent)
      return intent
    },
    settle: (name) => { keep.remove(name) },
  }
}

const stillOpen: readonly ErrorCode[] = ['UNKNOWN_OUTCOME', 'INTERNAL', 'UNAVAILABLE', 'UNREADABLE', 'RATE_LIMITED', 'UNAUTHENTICATED']

/**
 * Whether a failure leaves it open what became of the act (or that it was not even looked at),
 * so that the same key must be used again. Null stands for no answer at all.
 */
export const leavesOpen = (code: ErrorCode | null): boolean => code === null || stillOpen.includes(code)
