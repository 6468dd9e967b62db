import { sha256 } from 'js-sha256'
import type { CallLogEntry } from '@shared/callLog'
import { firstText, linkText } from '@shared/chain'

export const HALL = 'tianhe'
export const DAY = '20260105'
/** Nine o'clock of that day in Asia/Shanghai. */
export const NINE = Date.UTC(2026, 0, 5, 1)

export type Short = readonly [kind: CallLogEntry['kind'], number: string, more?: Partial<Pick<CallLogEntry, 'class' | 'windowId' | 'lineId'>>]

/** A whole log, a minute between its entries, chained as the server chains it. */
export const aLog = (...entries: readonly Short[]): CallLogEntry[] => {
  let hash = firstText(HALL, DAY)
  return entries.map(([kind, number, more], i) => {
    const entry = { n: i + 1, at: NINE + i * 60_000, kind, number, lineId: number.slice(0, 1), class: 'ordinary' as const, windowId: kind === 'call' ? '5' : null, ...more }
    hash = sha256(linkText(hash, entry))
    return { ...entry, hash }
  })
}
