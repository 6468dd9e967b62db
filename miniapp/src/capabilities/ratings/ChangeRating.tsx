import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Rating } from '@shared/ratings'
import { isBadRating } from '@shared/ratingTags'
import { useLanguage, useText } from '@/i18n'
import { rateTexts, ratingTexts } from '@/i18n/ratings'
import { Button, Notice, Page } from '@/ui'
import { RatingFields } from './RatingFields'
import { formOf, missing, type RatingForm } from './ratingForm'
import { refusalText } from './refusal'
import type { MyRating } from './useMyRating'

const hints = { level: 'chooseFirst', reason: 'reasonNeeded', photosComing: 'photosComing', photosFailed: 'photosFailed' } as const

interface ChangeRatingProps { readonly rating: Rating; readonly mine: MyRating; readonly onEnd: () => void }

/** Says anew what was said; once only, and so it says. */
export const ChangeRating = ({ rating, mine, onEnd }: ChangeRatingProps) => {
  const t = useText(ratingTexts)
  const say = useText(rateTexts)
  const language = useLanguage()
  const [form, setForm] = useState<RatingForm>(() => formOf(rating))
  const lacks = missing(form)
  const ends = rating.order !== null && form.level !== null && !isBadRating(form.level)
  const foot = (
    <>
      {lacks && <Text className='yc-rate-hint'>{say(hints[lacks])}</Text>}
      <Button disabled={lacks !== null} busy={mine.busy === 'change'} onPress={() => mine.change(form)}>{t('save')}</Button>
      <Button kind='secondary' onPress={onEnd}>{t('keep')}</Button>
    </>
  )
  return (
    <Page title={t('changing')} onBack={onEnd} foot={foot}>
      <View className='rate-refused'><Notice tone='info'>{t('changeOnce')}</Notice></View>
      {ends && <View className='rate-refused'><Notice tone='attention'>{t('changeEnds')}</Notice></View>}
      {mine.failed && <View className='rate-refused'><Notice tone='error' title={t('actFailed')}>{refusalText(mine.failed, language)}</Notice></View>}
      <RatingFields form={form} onChange={setForm} ask={say(rating.about.kind === 'visit' ? 'ask' : 'askCase')} photos ratingId={rating.ratingId} />
    </Page>
  )
}
