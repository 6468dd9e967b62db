import type { ErrorCode } from '@shared/errors'
import { leavesOpen, type Intent, type Intents } from '@/platform/intents'

/** What POST /api/tickets is sent. */
export interface TakeBody {
  readonly hallId: string
  readonly lineId: string
  readonly itemId?: string
  readonly priority?: 'elder' | 'disabled' | 'pregnant' | 'military'
  readonly presence: string
}

/** What the citizen wants, whatever proves that they are here. */
export type TakeWish = Omit<TakeBody, 'presence'>

export type TakeOutcome<T> =
  | { readonly kind: 'ticket'; readonly ticket: T }
  /** A number of an earlier wish, which had gone through unheard; what is wished now was not sent. */
  | { readonly kind: 'earlier'; readonly ticket: T }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly error: unknown }
  | { readonly kind: 'sign-in' }
  /** No answer came, however often we asked: a number may or may not have been given. */
  | { readonly kind: 'unknown'; readonly error: unknown }

export interface TakeParts<T> {
  readonly intents: Intents<TakeBody>
  readonly send: (body: TakeBody, key: string) => Promise<T>
  /** The contract's code of a failure; null when there was no answer. */
  readonly codeOf: (error: unknown) => ErrorCode | null
  /** The citizen's live ticket of a line, taken within the last so many milliseconds; null when there is none. */
  readonly findTaken: (hallId: string, lineId: string, withinMs: number) => Promise<T | null>
  readonly sleep: (ms: number) => Promise<void>
  readonly now: () => number
  /** Told once, when the first try went unanswered. */
  readonly onChecking: () => void
}

/** Waits before each repetition, in milliseconds. */
export const REPEAT_AFTER_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000]
/** No repetition begins later than this: somebody at the counter must be told after half a minute that we do not know. */
export const GIVE_UP_AFTER_MS = 30_000
/** How long one try is waited for. */
export const ANSWER_WITHIN_MS = 8_000
/** What a request may take on its way, when a ticket's age is compared with that of the wish. */
const ON_THE_WAY_MS = 5_000

export const intentName = (hallId: string): string => `take/${hallId}`

const sameWish = (one: TakeWish, other: TakeWish): boolean =>
  one.hallId === other.hallId && one.lineId === other.lineId && one.itemId === other.itemId && one.priority === other.priority

const sendUntilAnswered = async <T>(body: TakeBody, parts: TakeParts<T>): Promise<TakeOutcome<T>> => {
  const name = intentName(body.hallId)
  const heardOfBefore = parts.intents.pending(name) !== null
  const intent = parts.intents.open(name, body)
  // The page may have been left, opened anew and used for another wish, which then stands in this one's place.
  const meant = (): boolean => parts.intents.pending(name)?.key === intent.key
  const settle = (): void => { if (meant()) parts.intents.settle(name) }
  const began = parts.now()
  for (let turn = 0; ; turn += 1) {
    try {
      const ticket = await parts.send(intent.body, intent.key)
      settle()
      return { kind: 'ticket', ticket }
    } catch (error) {
      const code = parts.codeOf(error)
      const firstWord = turn === 0 && !heardOfBefore
      if (code === 'UNAUTHENTICATED') {
        // Turned away at the door, so nothing was done: after signing in the citizen may wish for something else.
        if (firstWord) settle()
        return { kind: 'sign-in' }
      }
      if (code !== null && (!leavesOpen(code) || (code === 'RATE_LIMITED' && firstWord))) {
        settle()
        return { kind: 'refused', code, error }
      }
      const pause = REPEAT_AFTER_MS[turn]
      // Asking more often is the very thing that is refused.
      if (code === 'RATE_LIMITED' || pause === undefined || parts.now() - began + pause > GIVE_UP_AFTER_MS) return { kind: 'unknown', error }
      if (turn === 0) parts.onChecking()
      await parts.sleep(pause)
      if (!meant()) return { kind: 'unknown', error }
    }
  }
}

/**
 * What became of an act without an answer when the citizen wants something else by now. Asking again with its key would
 * settle it, but by taking the number if it had never arrived; so we look for its ticket instead. Null when there is none.
 * What remains open is a try that the network delivers only after we looked: given up on after ANSWER_WITHIN_MS, it can
 * hardly come later than that. Its number would stand on the home page like any other, to be kept or cancelled.
 */
const lookFor = async <T>({ body, madeAt }: Intent<TakeBody>, parts: TakeParts<T>): Promise<TakeOutcome<T> | null> => {
  try {
    // Two spans of time are compared, for the phone's clock and the server's may differ.
    const ticket = await parts.findTaken(body.hallId, body.lineId, parts.now() - madeAt + ON_THE_WAY_MS)
    if (ticket === null) return null
    parts.intents.settle(intentName(body.hallId))
    return { kind: 'earlier', ticket }
  } catch (error) {
    return parts.codeOf(error) === 'UNAUTHENTICATED' ? { kind: 'sign-in' } : { kind: 'unknown', error }
  }
}

const staleScan: readonly ErrorCode[] = ['PRESENCE_EXPIRED', 'PRESENCE_USED', 'PRESENCE_REQUIRED', 'CODE_OTHER_HALL']

/**
 * Takes a number, once. The same wish as one that was never answered is sent with its key and body: if that had gone
 * through, its ticket is the answer; when the server says that it had not, for want of a valid scan, the new scan is sent.
 * Another wish is sent only when nothing came of the one before.
 */
export const take = async <T>(wish: TakeBody, parts: TakeParts<T>): Promise<TakeOutcome<T>> => {
  const name = intentName(wish.hallId)
  const before = parts.intents.pending(name)
  if (!before) return sendUntilAnswered(wish, parts)
  if (!sameWish(before.body, wish)) {
    const found = await lookFor(before, parts)
    if (found) return found
    parts.intents.settle(name)
    return sendUntilAnswered(wish, parts)
  }
  const settled = await sendUntilAnswered(before.body, parts)
  const newScan = before.body.presence !== wish.presence && settled.kind === 'refused' && staleScan.includes(settled.code)
  return newScan ? sendUntilAnswered(wish, parts) : settled
}

/**
 * Settles what was left unanswered when the app was closed or the citizen went to sign in; null when there is nothing to
 * tell. Only what is still wished is sent again by itself.
 */
export const resume = async <T>(wish: TakeWish, parts: TakeParts<T>): Promise<TakeOutcome<T> | null> => {
  const before = parts.intents.pending(intentName(wish.hallId))
  if (!before) return null
  return sameWish(before.body, wish) ? sendUntilAnswered(before.body, parts) : lookFor(before, parts)
}
