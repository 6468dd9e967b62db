import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useLocalText, useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { goBack, openPage, openTab, pageUrl, replacePage, useOnline, usePageTitle, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, Notice, OfflineBar, Page } from '@/ui'
import { RatingDone } from './RatingDone'
import { RatingFields } from './RatingFields'
import { emptyForm, missing } from './ratingForm'
import './ratings.scss'
import { useRating, type RatingVisit } from './useRating'

/** Why there is nothing to rate, and what to do. */
const NotShown = ({ ticketId, failure, onRetry }: { ticketId: string; failure: ApiError | null; onRetry: () => void }) => {
  const t = useText(rateTexts)
  if (!failure) return <Loading rows={4} />
  if (failure.code === 'UNAUTHENTICATED') {
    const signIn = <Button onPress={() => openPage('sign-in', { next: pageUrl('rate', { id: ticketId }) })}>{t('signIn')}</Button>
    return <Empty icon='person' title={t('signInFirst')} action={signIn} />
  }
  if (failure.code === 'TICKET_NOT_FOUND' || failure.code === 'INVALID_INPUT') {
    return <Empty icon='star' title={t('notMine')} text={t('notMineNext')} action={<Button onPress={() => openTab('home')}>{t('home')}</Button>} />
  }
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} requestId={failure.requestId} onRetry={onRetry} />
}

/** What stood in the way of sending; a poor connection is not a refusal. */
const Refused = ({ refused }: { refused: RatingVisit['refused'] }) => {
  const t = useText(rateTexts)
  if (!refused || refused.code === 'RATING_EXISTS') return null
  return <Notice tone='error' title={t('notSent')}>{refused.retry === 'same-key' ? t('noAnswer') : refused.message}</Notice>
}

interface RateScreenProps {
  readonly ticketId: string
  /** What was handed in at the visit, as its own capability shows it. */
  readonly caseOfVisit?: ReactNode
}

/** Rate a visit: two taps for a good one. */
export const RateScreen = ({ ticketId, caseOfVisit }: RateScreenProps) => {
  const t = useText(rateTexts)
  const local = useLocalText()
  const online = useOnline()
  const [form, setForm] = useState(emptyForm)
  const { visit, rating, fresh, failure, refused, sending, send, reload } = useRating(ticketId)
  usePageTitle(t('title'))

  const head = visit && <Text className='yc-rate-visit'>{local(visit.hallName)} · {t('visit', { number: visit.number, line: local(visit.lineName) })}</Text>
  if (rating === null) return <Page title={t('title')} onBack={goBack}><NotShown ticketId={ticketId} failure={failure} onRetry={reload} /></Page>
  if (rating !== 'none') {
    return (
      <Page title={t('title')} onBack={goBack}>
        {head}
        <RatingDone rating={rating} fresh={fresh} />
        {caseOfVisit}
        <View className='yc-rate-acts'><Button kind='secondary' onPress={() => openTab('home')}>{t('home')}</Button></View>
      </Page>
    )
  }
  if (visit && visit.state !== 'finished') {
    const back = <Button onPress={() => replacePage('ticket', { id: ticketId })}>{t('toTicket')}</Button>
    return <Page title={t('title')} onBack={goBack}>{head}<Empty icon='clock' title={t('tooEarly')} action={back} /></Page>
  }
  const lacks = missing(form)
  const foot = (
    <>
      {lacks && <Text className='yc-rate-hint'>{lacks === 'level' ? t('chooseFirst') : t('reasonNeeded')}</Text>}
      <Button disabled={lacks !== null} busy={sending} onPress={() => send(form)}>{sending ? t('sending') : t('send')}</Button>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot} banner={online ? undefined : <OfflineBar />}>
      {head}
      <Refused refused={refused} />
      <RatingFields form={form} onChange={setForm} />
    </Page>
  )
}
