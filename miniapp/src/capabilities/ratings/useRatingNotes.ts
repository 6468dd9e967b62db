import { useCallback } from 'react'
import type { Rating } from '@shared/ratings'
import { useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { ratingTexts } from '@/i18n/ratings'

/** The small print of a rating: when it was given and changed, and whether anonymously. */
export const useRatingNotes = (): ((rating: Rating) => readonly string[]) => {
  const t = useText(ratingTexts)
  const { moment } = useMomentName()
  return useCallback(({ ratedAt, changedAt, anonymous }) => [
    `${t('rated', { time: moment(ratedAt) })} · ${t(anonymous ? 'anonymous' : 'named')}`,
    ...(changedAt === null ? [] : [t('changedAt', { time: moment(changedAt) })]),
  ], [t, moment])
}
