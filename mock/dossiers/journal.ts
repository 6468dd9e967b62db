import type { ChangeKind } from './acts'

export interface Change { readonly serial: number; readonly at: number; readonly caseNo: string; readonly kind: ChangeKind }

/** The oldest are forgotten first. */
const MOST_KEPT = 10_000

/** What happened since the system was started, numbered from 1. Its times never go back, whatever the clock does. */
export const createJournal = () => {
  const kept: Change[] = []
  let last: Pick<Change, 'serial' | 'at'> = { serial: 0, at: 0 }
  return {
    add: (caseNo: string, kind: ChangeKind, now: number): void => {
      const change = { serial: last.serial + 1, at: Math.max(last.at, now), caseNo, kind }
      last = change
      kept.push(change)
      if (kept.length > MOST_KEPT) kept.shift()
    },
    /** Serial and time of the last change; zeros before the first. */
    last: () => last,
    /** The number before the oldest that is kept. */
    forgotten: (): number => (kept[0]?.serial ?? 1) - 1,
    where: (fits: (change: Change) => boolean, most: number): readonly Change[] => kept.filter(fits).slice(0, most),
  }
}
export type Journal = ReturnType<typeof createJournal>
