import type { ErrorCode } from '@shared/errors'

/** A way on after a refusal; every refusal offers at least one. */
export type TakeWay = 'tryAgain' | 'checkAgain' | 'rescan' | 'otherLine' | 'ordinary' | 'myTicket' | 'hall' | 'otherHalls' | 'signIn' | 'alsoTake'

const ways: Partial<Record<ErrorCode, readonly TakeWay[]>> = {
  UNAUTHENTICATED: ['signIn'],
  HALL_NOT_FOUND: ['otherHalls'],
  LINE_NOT_FOUND: ['otherLine'],
  ITEM_NOT_IN_LINE: ['otherLine'], ITEM_WITHDRAWN: ['otherLine'],
  HALL_CLOSED: ['hall', 'otherHalls'],
  HALL_PAUSED: ['tryAgain', 'hall'],
  LINE_PAUSED: ['otherLine', 'tryAgain'],
  LINE_FULL: ['otherLine', 'otherHalls'],
  LIMIT_LINE: ['myTicket', 'otherLine'],
  LIMIT_HALL: ['myTicket'],
  LIMIT_DAY: ['hall', 'otherHalls'],
  PRIORITY_NOT_OFFERED: ['ordinary', 'otherLine'],
  CODE_OTHER_HALL: ['rescan', 'hall'],
  PRESENCE_REQUIRED: ['rescan', 'hall'],
  PRESENCE_EXPIRED: ['rescan'],
  PRESENCE_USED: ['rescan'],
  UNKNOWN_OUTCOME: ['checkAgain'],
}

/** How to go on after taking failed with this code; null stands for no answer. The first way is the main one. */
export const waysOn = (code: ErrorCode | null): readonly TakeWay[] =>
  code === null ? ['checkAgain'] : ways[code] ?? ['tryAgain', 'hall']

/** After a number of an earlier wish turned up: what is wished now is only sent when asked for again. */
export const earlierWays: readonly TakeWay[] = ['myTicket', 'alsoTake']

/** Codes after which the kept proof of presence is worth nothing and must be thrown away. */
export const presenceSpent = (code: ErrorCode): boolean =>
  code === 'PRESENCE_EXPIRED' || code === 'PRESENCE_USED' || code === 'PRESENCE_REQUIRED' || code === 'CODE_OTHER_HALL'
