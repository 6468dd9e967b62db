import { sha256 } from 'js-sha256'
import type { CallLogEntry } from '@shared/callLog'
import { firstText, linkText } from '@shared/chain'

/** How far a day's log was reckoned anew: so many entries, the last one's hash, and the first that is not right. */
export interface Checked { readonly count: number; readonly hash: string; readonly brokenAt: number | null }

export const unchecked = (hallId: string, day: string): Checked => ({ count: 0, hash: firstText(hallId, day), brokenAt: null })

/** Reckons the entries that follow. From the first that is changed, moved or missing on, nothing after it can be right. */
export const check = (before: Checked, entries: readonly CallLogEntry[]): Checked => {
  let { count, hash } = before
  if (before.brokenAt !== null) return before
  for (const { hash: told, ...entry } of entries) {
    if (entry.n !== count + 1 || sha256(linkText(hash, entry)) !== told) return { count, hash, brokenAt: count + 1 }
    count = entry.n
    hash = told
  }
  return { count, hash, brokenAt: null }
}

/** The log is said to go on, and the next entry is not there. */
export const lacking = (before: Checked): Checked => ({ ...before, brokenAt: before.brokenAt ?? before.count + 1 })

/** Whether the log has otherwise the entry this phone saw as its last; null when it has not come that far. */
export const contradiction = (seen: Pick<Checked, 'count' | 'hash'>, entries: readonly CallLogEntry[]): boolean | null => {
  const there = entries[seen.count - 1]
  return there ? there.hash !== seen.hash : null
}
