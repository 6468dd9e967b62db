import { isRecord } from '@/platform/guards'
import type { Keep } from '@/platform/keep'
import type { RatingBody } from './ratingForm'
import { nameOf, type RatingSubject } from './subject'

/** A rating that the server has not taken for good. */
export interface KeptRating {
  readonly subject: RatingSubject
  readonly body: RatingBody
  /** Makes every repetition the same act. */
  readonly key: string
  readonly madeAt: number
  /** Why the server would not have it; null while it waits to be sent. */
  readonly refused: { readonly code: string; readonly message: string } | null
}

const PLACE = 'ratings-kept'
const isKept = (value: unknown): value is KeptRating =>
  isRecord(value) && isRecord(value.subject) && typeof value.subject.kind === 'string' && isRecord(value.body) && typeof value.body.level === 'number'
  && typeof value.key === 'string' && typeof value.madeAt === 'number' && (value.refused === null || isRecord(value.refused))

/** Ratings kept until they are sent, one for each subject, oldest first. All in one place, so that they can be found without their names. */
export const createKeptRatings = (keep: Keep) => {
  const all = (): readonly KeptRating[] => {
    const read = keep.read(PLACE)
    return Array.isArray(read) ? read.filter(isKept) : []
  }
  const write = (kept: readonly KeptRating[]): void => { if (kept.length === 0) keep.remove(PLACE); else keep.write(PLACE, kept) }
  return {
    all,
    of: (name: string): KeptRating | null => all().find(({ subject }) => nameOf(subject) === name) ?? null,
    /** In place of what was kept for the same subject. */
    put: (entry: KeptRating): void => { write([...all().filter(({ subject }) => nameOf(subject) !== nameOf(entry.subject)), entry]) },
    /** Both do nothing when it is gone, e.g. because somebody else signed in meanwhile. */
    refuse: (key: string, refused: KeptRating['refused']): void => { write(all().map((entry) => (entry.key === key ? { ...entry, refused } : entry))) },
    drop: (key: string): void => { write(all().filter((entry) => entry.key !== key)) },
  }
}
export type KeptRatings = ReturnType<typeof createKeptRatings>

/** Kept in memory only, and gone with the app: for what must not lie in the phone's storage. */
export const memoryKeep = (): Keep => {
  const values = new Map<string, unknown>()
  return { read: (name) => values.get(name), write: (name, value) => { values.set(name, value) }, remove: (name) => { values.delete(name) } }
}
