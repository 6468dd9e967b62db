import type { z } from 'zod'

/** One question to an outside system. */
export interface UpstreamCall<T> {
  /** Its name in logs: never an address, which may carry secrets. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** True when doing it twice is the same as once; only then is it repeated after it may have arrived. */
  readonly repeatable: boolean
  /** What a good answer looks like; anything else is a failure of theirs. */
  readonly answer: z.ZodType<T>
  /** Text to value; JSON when left out. What it throws is a failure of theirs. */
  readonly read?: (text: string) => unknown
  /** True when the answer says, in the system's own words, that it was too busy to do anything. */
  readonly isBusy?: (answer: T) => boolean
}

/**
 * What became of a call. `rejected`: understood and refused (a 4xx, with its body if it was JSON). `unavailable`: nothing
 * happened, or nothing that asking again would do twice. `unknown`: it may have happened.
 */
export type Outcome<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'rejected'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unknown' }
