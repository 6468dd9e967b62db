import { Text, View } from '@tarojs/components'
import type { Rating } from '@shared/ratings'
import { isBadRating, ratingLevels, ratingTags, type RatingTagCode } from '@shared/ratingTags'
import { dateTime } from '@shared/time'
import { useLanguage, useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { Card, Empty, meaning, Section, Tag } from '@/ui'

const isTag = (code: string): code is RatingTagCode => code in ratingTags

/** The rating that was given, and thanks if that was just now. */
export const RatingDone = ({ rating, fresh }: { rating: Rating; fresh: boolean }) => {
  const t = useText(rateTexts)
  const language = useLanguage()
  const level = ratingLevels.find((entry) => entry.level === rating.level)
  const bad = isBadRating(rating.level)
  return (
    <>
      {fresh && <View {...meaning({ role: 'status' })}><Empty icon='check' title={t('thanks')} text={t(bad ? 'thanksBad' : 'thanksGood')} /></View>}
      <Section title={t('yours')} note={t('once')}>
        <Card>
          <Text className='yc-rate-level'>{level?.[language] ?? ''}</Text>
          {rating.tags.length > 0 && (
            <View className='yc-rate-tags'>{rating.tags.filter(isTag).map((code) => <Tag key={code} tone={bad ? 'attention' : 'done'}>{ratingTags[code][language]}</Tag>)}</View>
          )}
          {rating.text && <Text className='yc-rate-text'>{rating.text}</Text>}
          <Text className='yc-rate-small'>{t('ratedAt', { time: dateTime(rating.ratedAt) })}</Text>
        </Card>
      </Section>
    </>
  )
}
