import { createHash } from 'node:crypto'
import type { ChangeKind } from './acts'
import type { Failure } from './record'

export interface WireChange { readonly bgbh: string; readonly bjbh: string; readonly bgsj: string; readonly bglx: ChangeKind }
export interface FeedPage { readonly yb: string; readonly sfjs: '0' | '1'; readonly bglb: readonly WireChange[] }

/** The oldest are forgotten first. */
const MOST_KEPT = 10_000
const CURSOR = /^([0-9a-z]+)-(\d{1,15})$/

/**
 * What happened since the system was started. A cursor names the start and how many came before it, so that one of an earlier
 * start, or older than what is kept, is known to be worth nothing.
 */
export const createFeed = (startedAt: number) => {
  const start = startedAt.toString(36)
  const kept: WireChange[] = []
  let forgotten = 0
  const cursor = (seen: number): string => `${start}-${seen}`
  return {
    add: (bjbh: string, bglx: ChangeKind, bgsj: string): void => {
      const bgbh = createHash('sha256').update(`${cursor(forgotten + kept.length)}:${bjbh}`).digest('hex').slice(0, 32)
      kept.push({ bgbh, bjbh, bgsj, bglx })
      if (kept.length <= MOST_KEPT) return
      kept.shift()
      forgotten += 1
    },
    /** @param yb empty: from now on; `0`: everything that is kept */
    after: (yb: string, most: number): FeedPage | Failure => {
      const last = forgotten + kept.length
      if (yb === '') return { yb: cursor(last), sfjs: '1', bglb: [] }
      const [, of, seen] = CURSOR.exec(yb) ?? []
      const from = yb === '0' ? forgotten : Number(seen)
      if (yb !== '0' && (of !== start || from < forgotten || from > last)) return { code: '1410', msg: '游标已失效，请从0重新获取' }
      const bglb = kept.slice(from - forgotten, from - forgotten + most)
      return { yb: cursor(from + bglb.length), sfjs: from + bglb.length === last ? '1' : '0', bglb }
    },
  }
}
