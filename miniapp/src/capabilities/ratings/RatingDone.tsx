import { View } from '@tarojs/components'
import type { Rating } from '@shared/ratings'
import { isBadRating } from '@shared/ratingTags'
import { useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { openPage } from '@/platform'
import { Button, Empty, meaning, Section } from '@/ui'
import { OrderPart } from './OrderPart'
import { RatingSummary } from './RatingSummary'
import { useRatingNotes } from './useRatingNotes'

interface RatingDoneProps {
  readonly rating: Rating
  /** Given just now. */
  readonly fresh: boolean
  /** It is somebody's who is signed in, and so has a page of its own. */
  readonly mine: boolean
}

/** The rating that was given, thanks if that was just now, and who has it in hand when it is a bad one. */
export const RatingDone = ({ rating, fresh, mine }: RatingDoneProps) => {
  const t = useText(rateTexts)
  const notes = useRatingNotes()
  const thanks = !isBadRating(rating.level) ? 'thanksGood' : rating.order ? 'thanksBad' : 'thanksBadPlain'
  return (
    <>
      {fresh && <View {...meaning({ role: 'status' })}><Empty icon='check' title={t('thanks')} text={t(thanks)} /></View>}
      {rating.order && <OrderPart order={rating.order} />}
      <Section title={t('yours')}>
        <RatingSummary said={rating} notes={notes(rating)} />
        {mine && <View className='rate-gap'><Button kind='secondary' onPress={() => openPage('rating', { id: rating.ratingId })}>{t('open')}</Button></View>}
      </Section>
    </>
  )
}
