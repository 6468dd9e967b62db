import type { z } from 'zod'

/** One question to an outside system. */
export interface UpstreamCall<T> {
  /** Its name in logs: never an address, which may carry secrets. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: Readonly<Record<string, string>>
  /** Sent as application/json, or as a text of the given type; at most one of `form`, `json` and `text`. */
  readonly json?: unknown
  readonly text?: { readonly type: string; readonly content: string }
  readonly headers?: Readonly<Record<string, string>>
  /** True when doing it twice is the same as once; only then is it repeated after it may have arrived. */
  readonly repeatable: boolean
  /** What a good answer looks like; anything else is a failure of theirs. */
  readonly answer: z.ZodType<T>
  /** How their text is encoded, whatever their header says; UTF-8 when left out. A byte that is none of it makes the answer unreadable. */
  readonly charset?: 'utf-8' | 'gb18030'
  /** Text to value; JSON when left out. What it throws is a failure of theirs. */
  readonly read?: (text: string) => unknown
  /** Statuses with which they say that they did nothing, besides 429. */
  readonly undone?: readonly number[]
  /** True when the answer says, in the system's own words, that it was too busy to do anything. */
  readonly isBusy?: (answer: T) => boolean
}

/**
 * What became of a call. `rejected`: understood and refused (a 4xx, with its body if it was JSON). `unavailable`: nothing
 * happened, or nothing that asking again would do twice. `unknown`: it may have happened. `unreadable`: asked something
 * harmless, they answered to the end against their contract.
 */
export type Outcome<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'rejected'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknown' }
