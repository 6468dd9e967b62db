import { isBadRating, ratingTags, type RatingTagCode } from '@shared/ratingTags'

/** A photo of the rating: on its way, there (`photoId`), or not brought, for a reason. `shown`: the source of its image; null when it is only known by its id. */
export interface FormPhoto { readonly name: string; readonly shown: string | null; readonly photoId: string | null; readonly why: string | null }

/** What the citizen has filled in so far. */
export interface RatingForm {
  readonly level: number | null
  readonly tags: readonly RatingTagCode[]
  readonly text: string
  readonly photos: readonly FormPhoto[]
  readonly anonymous: boolean
}

/** What is sent. */
export interface RatingBody {
  readonly level: number
  readonly tags: RatingTagCode[]
  readonly text: string
  readonly photos: string[]
  readonly anonymous: boolean
}

/** The contract's limits (shared/ratingFields.ts, shared/photos.ts). */
export const MAX_TAGS = 8
export const MAX_TEXT = 500
export const MAX_PHOTOS = 3

export const emptyForm: RatingForm = { level: null, tags: [], text: '', photos: [], anonymous: true }

const isTag = (code: string): code is RatingTagCode => code in ratingTags
/** The form of something that was said before: to mend what was refused, or to change what is there. */
export const formOf = ({ level, tags, text, photos, anonymous }: Pick<RatingForm, 'level' | 'text' | 'anonymous'> & { readonly tags: readonly string[]; readonly photos: readonly string[] }): RatingForm => ({
  level, text, anonymous, tags: tags.filter(isTag), photos: photos.map((photoId) => ({ name: photoId, shown: null, photoId, why: null })),
})

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

export const addPhotos = (form: RatingForm, photos: readonly FormPhoto[]): RatingForm => ({ ...form, photos: [...form.photos, ...photos].slice(0, MAX_PHOTOS) })

/** Tells what became of a photo; nothing when it was removed meanwhile. */
export const settlePhoto = (form: RatingForm, name: string, told: Pick<FormPhoto, 'photoId' | 'why'>): RatingForm =>
  ({ ...form, photos: form.photos.map((photo) => (photo.name === name ? { ...photo, ...told } : photo)) })

export const removePhoto = (form: RatingForm, name: string): RatingForm => ({ ...form, photos: form.photos.filter((photo) => photo.name !== name) })

/**
 * What is missing before it can be sent. A bad rating needs a tag or a text
 * (好差评: 差评必须勾选详情或填写文字评价). No photo is left behind unsaid.
 */
export const missing = (form: RatingForm): 'level' | 'reason' | 'photosComing' | 'photosFailed' | null => {
  if (form.level === null) return 'level'
  if (isBadRating(form.level) && form.tags.length === 0 && form.text.trim() === '') return 'reason'
  if (form.photos.some(({ why }) => why !== null)) return 'photosFailed'
  return form.photos.some(({ photoId }) => photoId === null) ? 'photosComing' : null
}

/** What is sent; null while something is missing. */
export const bodyOf = (form: RatingForm): RatingBody | null =>
  form.level === null || missing(form) !== null ? null : {
    level: form.level, tags: [...form.tags], text: form.text.trim(), photos: form.photos.flatMap(({ photoId }) => photoId ?? []), anonymous: form.anonymous,
  }
