import { useCallback } from 'react'
import type { Rating } from '@shared/ratings'
import { dateTime } from '@shared/time'
import { useText } from '@/i18n'
import { ratingTexts } from '@/i18n/ratings'

/** The small print of a rating: when it was given and changed, and whether anonymously. */
export const useRatingNotes = (): ((rating: Rating) => readonly string[]) => {
  const t = useText(ratingTexts)
  return useCallback(({ ratedAt, changedAt, anonymous }) => [
    `${t('rated', { time: dateTime(ratedAt) })} · ${t(anonymous ? 'anonymous' : 'named')}`,
    ...(changedAt === null ? [] : [t('changedAt', { time: dateTime(changedAt) })]),
  ], [t])
}
