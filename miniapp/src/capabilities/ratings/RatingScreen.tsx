import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Rating } from '@shared/ratings'
import { clockTime } from '@shared/time'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { orderTexts, ratingTexts } from '@/i18n/ratings'
import { signOf } from '@/i18n/windowName'
import { goBack, openPage, pageUrl, replacePage, usePageTitle, useSessionEnded } from '@/platform'
import { Button, Confirm, Empty, ErrorState, Loading, Notice, OfflineBar, Page, Section, SignInFirst } from '@/ui'
import { ChangeRating } from './ChangeRating'
import { OrderPart } from './OrderPart'
import { RatingPhoto } from './RatingPhoto'
import { RatingSummary } from './RatingSummary'
import './ratings.scss'
import { refusalText } from './refusal'
import { RevisitPart } from './RevisitPart'
import { useMyRating, type MyRating } from './useMyRating'
import { useRatingNotes } from './useRatingNotes'

/** Why there is nothing to see, and what to do. */
const Unknown = ({ ratingId, mine }: { ratingId: string; mine: MyRating }) => {
  const t = useText(ratingTexts)
  const language = useLanguage()
  const ended = useSessionEnded()
  const { rating, failure, signedIn } = mine
  const back = <Button onPress={() => replacePage('ratings')}>{t('back')}</Button>
  if (mine.done === 'delete') return <Empty icon='check' title={t('removed')} text={t('removedHow')} action={back} />
  if (!signedIn || failure?.code === 'UNAUTHENTICATED') {
    return <SignInFirst title={t('signInFirst')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('rating', { id: ratingId }) })} />
  }
  if (rating === 'gone') return <Empty icon='star' title={t('gone')} text={t('goneHow')} action={back} />
  return failure ? <ErrorState message={t('failed')} next={refusalText(failure, language)} requestId={failure.requestId} busy={mine.loading} onRetry={mine.reload} /> : <Loading rows={4} />
}

const Head = ({ rating: { about } }: { rating: Rating }) => {
  const local = useLocalText()
  const place = about.windowId === null ? local(about.hallName) : `${local(about.hallName)} · ${local(signOf(null, about.windowId))}`
  return <Text className='yc-rate-visit'>{`${about.business} · ${place}`}</Text>
}

/** One rating of mine: what I said, what became of it, and what I may still do. */
export const RatingScreen = ({ ratingId }: { ratingId: string }) => {
  const t = useText(ratingTexts)
  const { moment } = useMomentName()
  const say = useText(orderTexts)
  const language = useLanguage()
  const notes = useRatingNotes()
  const mine = useMyRating(ratingId)
  const [changing, setChanging] = useState(false)
  const [asking, setAsking] = useState(false)
  const { rating, done, failed, busy } = mine
  useEffect(() => { if (done === 'change') setChanging(false) }, [done])
  usePageTitle(t(changing ? 'changing' : 'one'))
  if (rating === null || rating === 'gone' || done === 'delete' || !mine.signedIn) {
    return <Page title={t('one')} onBack={goBack}><Unknown ratingId={ratingId} mine={mine} /></Page>
  }
  if (changing) return <ChangeRating rating={rating} mine={mine} onEnd={() => setChanging(false)} />
  return (
    <Page title={t('one')} onBack={goBack} banner={mine.oldSince !== null && <OfflineBar troubled={mine.troubled} since={clockTime(mine.oldSince)} />}>
      <Head rating={rating} />
      {done && <View className='rate-refused'><Notice tone='done'>{done === 'change' ? t('changed') : say('answered')}</Notice></View>}
      {failed && <View className='rate-refused'><Notice tone='error' title={t('actFailed')}>{refusalText(failed, language)}</Notice></View>}
      <RatingSummary said={rating} notes={notes(rating)} />
      {rating.photos.length > 0 && (
        <View className='rate-photos'>{rating.photos.map((photoId, index) => <RatingPhoto key={photoId} ratingId={rating.ratingId} photoId={photoId} place={index + 1} />)}</View>
      )}
      {rating.order && <OrderPart order={rating.order} />}
      {rating.order?.asks && <RevisitPart busy={busy === 'answer'} onAnswer={mine.answer} />}
      <Section>
        {rating.changeUntil !== null && <Text className='yc-rate-hint'>{t('changeable', { time: moment(rating.changeUntil) })}</Text>}
        {rating.changeUntil !== null && <Button kind='secondary' onPress={() => setChanging(true)}>{t('change')}</Button>}
        <Button kind='quiet' onPress={() => setAsking(true)}>{t('remove')}</Button>
      </Section>
      <Confirm
        open={asking} danger busy={busy === 'delete'} title={t('removeAsk')} text={`${t('removeText')}${rating.order ? `${language === 'zh' ? '' : ' '}${t('removeOrder')}` : ''}`}
        confirm={t('removeYes')} cancel={t('removeNo')} onConfirm={() => { mine.remove(); setAsking(false) }} onCancel={() => setAsking(false)}
      />
    </Page>
  )
}
