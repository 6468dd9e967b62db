import { isRecord } from '@/platform/guards'
import type { Keep } from '@/platform/keep'
import type { ClaimedPriority } from './prepareView'

/** What was chosen on the page “prepare and take”, so that nothing has to be chosen again after scanning, signing in or a restart. */
export interface TakeDraft {
  readonly itemId: string | null
  /** Only when the citizen chose it; else it follows from the item, or is the general line. */
  readonly lineId: string | null
  readonly ticked: readonly number[]
  readonly priority: ClaimedPriority | null
  /** When the citizen pressed the button but had to scan or sign in first; null otherwise. */
  readonly pressedAt: number | null
  readonly writtenAt: number
}

export const emptyDraft: TakeDraft = { itemId: null, lineId: null, ticked: [], priority: null, pressedAt: null, writtenAt: 0 }

/** A day's preparations are of no use on the next. */
const LASTS_MS = 12 * 3_600_000
/** A press is carried out after scanning or signing in only while the citizen surely still means it. */
export const PRESS_LASTS_MS = 5 * 60_000

const isDraft = (value: unknown): value is TakeDraft =>
  isRecord(value) && typeof value.writtenAt === 'number' && Array.isArray(value.ticked)
  && (value.itemId === null || typeof value.itemId === 'string') && (value.lineId === null || typeof value.lineId === 'string')

export const createDrafts = (keep: Keep, now: () => number) => {
  const name = (hallId: string): string => `draft/${hallId}`
  return {
    read: (hallId: string): TakeDraft => {
      const kept = keep.read(name(hallId))
      return isDraft(kept) && now() - kept.writtenAt < LASTS_MS ? kept : emptyDraft
    },
    write: (hallId: string, draft: TakeDraft): void => { keep.write(name(hallId), { ...draft, writtenAt: now() }) },
    drop: (hallId: string): void => { keep.remove(name(hallId)) },
  }
}

/** Whether the press of before is to be carried out now. */
export const stillPressed = (draft: TakeDraft, now: number): boolean =>
  draft.pressedAt !== null && now >= draft.pressedAt && now - draft.pressedAt < PRESS_LASTS_MS
