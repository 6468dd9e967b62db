import { isBadRating, ratingTags, type RatingTagCode } from '@shared/ratingTags'

/** What the citizen has filled in so far. */
export interface RatingForm { readonly level: number | null; readonly tags: readonly RatingTagCode[]; readonly text: string }

/** What POST /api/tickets/:id/rating is sent. */
export interface RatingBody { readonly level: number; readonly tags: RatingTagCode[]; readonly text: string }

/** The contract's limits (shared/ratings.ts). */
export const MAX_TAGS = 8
export const MAX_TEXT = 500

export const emptyForm: RatingForm = { level: null, tags: [], text: '' }

const allTags = Object.keys(ratingTags) as RatingTagCode[]
/** Integer-like keys are sorted by JavaScript, which is the order of the standard. */
const ofLevel = (level: number): RatingTagCode[] => allTags.filter((code) => ratingTags[code].level === level)

/** The tags to show: the first ones of the level, or all; chosen ones never hide. */
export const shownTags = (form: RatingForm, all: boolean): RatingTagCode[] =>
  form.level === null ? [] : ofLevel(form.level).filter((code) => all || ratingTags[code].first || form.tags.includes(code))

export const hasMoreTags = (form: RatingForm, all: boolean): boolean =>
  form.level !== null && shownTags(form, all).length < ofLevel(form.level).length

/** Another level has other tags, so the chosen ones go; what was written stays. */
export const chooseLevel = (form: RatingForm, level: number): RatingForm => level === form.level ? form : { ...form, level, tags: [] }

export const toggleTag = (form: RatingForm, code: RatingTagCode): RatingForm => {
  if (form.tags.includes(code)) return { ...form, tags: form.tags.filter((tag) => tag !== code) }
  const fits = form.level === ratingTags[code].level && form.tags.length < MAX_TAGS
  return fits ? { ...form, tags: [...form.tags, code] } : form
}

export const writeText = (form: RatingForm, text: string): RatingForm => ({ ...form, text: text.slice(0, MAX_TEXT) })

/**
 * What is missing before it can be sent. A bad rating needs a tag or a text
 * (好差评: 差评必须勾选详情或填写文字评价).
 */
export const missing = (form: RatingForm): 'level' | 'reason' | null => {
  if (form.level === null) return 'level'
  return isBadRating(form.level) && form.tags.length === 0 && form.text.trim() === '' ? 'reason' : null
}

/** What is sent; null while something is missing. */
export const bodyOf = (form: RatingForm): RatingBody | null =>
  form.level === null || missing(form) !== null ? null : { level: form.level, tags: [...form.tags], text: form.text.trim() }
