import type { Language } from '@shared/errors'
import { ratingTags } from '@shared/ratingTags'

const isTag = (code: string): code is keyof typeof ratingTags => Object.hasOwn(ratingTags, code)

/** A tag of the rating standard in words; one this build does not know stays its code. */
export const tagName = (code: string, language: Language): string => (isTag(code) ? ratingTags[code][language] : code)
