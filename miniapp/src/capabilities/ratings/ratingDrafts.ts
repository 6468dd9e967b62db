import { isRecord } from '@/platform/guards'
import type { Keep } from '@/platform/keep'
import { formOf, type RatingForm } from './ratingForm'

/** What was filled in but not sent, of one subject: the latest. Photos that had not arrived are not part of it. */
const NAME = 'rating-draft'
/** A visit is rated on its day, or not from memory. */
const LASTS_MS = 12 * 3_600_000

/** `subject`: its name by `nameOf`. */
interface Draft { readonly subject: string; readonly at: number; readonly form: RatingForm }
const isDraft = (value: unknown): value is Draft =>
  isRecord(value) && typeof value.subject === 'string' && typeof value.at === 'number' && isRecord(value.form)
  && (value.form.level === null || typeof value.form.level === 'number') && typeof value.form.text === 'string' && typeof value.form.anonymous === 'boolean'
  && Array.isArray(value.form.tags) && value.form.tags.every((tag) => typeof tag === 'string') && Array.isArray(value.form.photos)

/** So that nobody writes twice: a rating that was being written when the app ended is there when it is opened again. */
export const createRatingDrafts = (keep: Keep, now: () => number) => ({
  /** Null when there is none of this subject. */
  read: (subject: string): RatingForm | null => {
    const kept = keep.read(NAME)
    if (!isDraft(kept) || kept.subject !== subject || now() - kept.at > LASTS_MS) return null
    return formOf({ ...kept.form, photos: kept.form.photos.flatMap(({ photoId }) => photoId ?? []) })
  },
  write: (subject: string, form: RatingForm): void => {
    const photos = form.photos.filter(({ photoId }) => photoId !== null)
    keep.write(NAME, { subject, at: now(), form: { ...form, photos } } satisfies Draft)
  },
  drop: (): void => keep.remove(NAME),
})
