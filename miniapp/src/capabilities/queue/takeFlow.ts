import type { ErrorCode } from '@shared/errors'
import { leavesOpen, type Intents } from '@/platform/intents'

/** What POST /api/tickets is sent. */
export interface TakeBody {
  readonly hallId: string
  readonly lineId: string
  readonly itemId?: string
  readonly priority?: 'elder' | 'disabled' | 'pregnant' | 'military'
  readonly presence: string
}

export type TakeOutcome<T> =
  | { readonly kind: 'ticket'; readonly ticket: T }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly error: unknown }
  | { readonly kind: 'sign-in' }
  /** No answer came, however often we asked: a number may or may not have been given. */
  | { readonly kind: 'unknown'; readonly error: unknown }

export interface TakeParts<T> {
  readonly intents: Intents<TakeBody>
  readonly send: (body: TakeBody, key: string) => Promise<T>
  /** The contract's code of a failure; null when there was no answer. */
  readonly codeOf: (error: unknown) => ErrorCode | null
  readonly sleep: (ms: number) => Promise<void>
  /** Told once, when the first try went unanswered. */
  readonly onChecking: () => void
}

/** Waits before each repetition, in milliseconds: about half a minute in all. */
export const REPEAT_AFTER_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000]

export const intentName = (hallId: string): string => `take/${hallId}`

const sendUntilAnswered = async <T>(body: TakeBody, parts: TakeParts<T>): Promise<TakeOutcome<T>> => {
  const name = intentName(body.hallId)
  const heardOfBefore = parts.intents.pending(name) !== null
  const intent = parts.intents.open(name, body)
  for (let turn = 0; ; turn += 1) {
    try {
      const ticket = await parts.send(intent.body, intent.key)
      parts.intents.settle(name)
      return { kind: 'ticket', ticket }
    } catch (error) {
      const code = parts.codeOf(error)
      if (code === 'UNAUTHENTICATED') {
        // Turned away at the door, so nothing was done: after signing in the citizen may wish for something else.
        if (turn === 0 && !heardOfBefore) parts.intents.settle(name)
        return { kind: 'sign-in' }
      }
      if (code !== null && !leavesOpen(code)) {
        parts.intents.settle(name)
        return { kind: 'refused', code, error }
      }
      const pause = REPEAT_AFTER_MS[turn]
      if (pause === undefined) return { kind: 'unknown', error }
      if (turn === 0) parts.onChecking()
      await parts.sleep(pause)
    }
  }
}

const staleScan: readonly ErrorCode[] = ['PRESENCE_EXPIRED', 'PRESENCE_USED', 'PRESENCE_REQUIRED', 'CODE_OTHER_HALL']

/**
 * Takes a number, once. An act from before that was never answered is settled first, with its own
 * key and body: if it had gone through, its ticket is the answer. Only when the server says that it
 * had not, and only for want of a valid scan, is the new wish sent.
 */
export const take = async <T>(wish: TakeBody, parts: TakeParts<T>): Promise<TakeOutcome<T>> => {
  const before = parts.intents.pending(intentName(wish.hallId))
  if (!before || before.body.presence === wish.presence) return sendUntilAnswered(before?.body ?? wish, parts)
  const settled = await sendUntilAnswered(before.body, parts)
  return settled.kind === 'refused' && staleScan.includes(settled.code) ? sendUntilAnswered(wish, parts) : settled
}

/** Settles what was left unanswered when the app was closed or the citizen went to sign in; null when nothing was. */
export const resume = async <T>(hallId: string, parts: TakeParts<T>): Promise<TakeOutcome<T> | null> => {
  const before = parts.intents.pending(intentName(hallId))
  return before ? sendUntilAnswered(before.body, parts) : null
}
