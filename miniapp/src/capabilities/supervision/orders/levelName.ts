import type { Language } from '@shared/errors'
import { ratingLevels } from '@shared/ratingTags'

/** A level of satisfaction as the rating standard names it. */
export const levelName = (level: number, language: Language): string => ratingLevels.find((one) => one.level === level)?.[language] ?? String(level)
