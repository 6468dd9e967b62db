import { ratingLevels } from '@shared/ratingTags'
import type { Language } from '@shared/errors'
import type { IconName } from '@/ui'

const faces: Readonly<Record<number, IconName>> = { 1: 'face1', 2: 'face2', 3: 'face3', 4: 'face4', 5: 'face5' }

/** The face of a level. */
export const faceOf = (level: number): IconName => faces[level] ?? 'star'

/** What a level is called; empty for one this build does not know. */
export const levelName = (level: number, language: Language): string => ratingLevels.find((entry) => entry.level === level)?.[language] ?? ''
