import type { Receipt } from '@shared/cases'
import type { CaseAnswer } from './api'

/** What a receipt proves, and the answer it brought. */
export interface Proof { readonly receipt: Receipt; readonly answer: CaseAnswer; readonly at: number }

/** Somebody who went away this long ago may have handed the phone on. Milliseconds. */
export const PROOF_LASTS_MS = 15 * 60_000

/**
 * The receipt last looked up. Only in memory: a name and a number stand neither in a page's address nor in the phone's storage,
 * and are gone with the app.
 */
export const createProofs = (now: () => number) => {
  let latest: Proof | null = null
  return {
    keep: (receipt: Receipt, answer: CaseAnswer): void => { latest = { receipt, answer, at: now() } },
    read: (): Proof | null => {
      if (latest && now() - latest.at > PROOF_LASTS_MS) latest = null
      return latest
    },
  }
}
