import type { Board } from '@shared/halls'

export type Calling = Board['calling'][number]

/** Which calls have been spoken, and when the board was last heard; begins as `nothingHeard`. */
export interface Heard { readonly asOf: number | null; readonly calls: ReadonlySet<string> }
export const nothingHeard: Heard = { asOf: null, calls: new Set() }

/** After a start or a gap, only calls this fresh are spoken: the older were heard, or are history. */
const FRESH_MS = 10_000
/** Boards further apart than this count as a gap. */
const GAP_MS = 30_000

/** Names one call: a recall counts up and is another one; another window or a return from missed as well. */
export const callKey = ({ number, windowId, calls, at }: Calling): string => `${number}>${windowId}#${calls}@${at}`

/**
 * The calls of a new board that nobody has heard yet, oldest first, and what is remembered for the next board.
 * Each call is spoken once; a recall again; a number already being served never.
 */
export const newCalls = (heard: Heard, board: Pick<Board, 'asOf' | 'calling'>): { readonly calls: readonly Calling[]; readonly heard: Heard } => {
  const called = board.calling.filter((calling) => calling.state === 'called')
  const afterGap = heard.asOf === null || board.asOf - heard.asOf > GAP_MS
  const calls = called
    .filter((calling) => !heard.calls.has(callKey(calling)) && (!afterGap || board.asOf - calling.at <= FRESH_MS))
    .sort((one, other) => one.at - other.at)
  return { calls, heard: { asOf: board.asOf, calls: new Set(called.map(callKey)) } }
}
