import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { goBack, openPage, openTab, replacePage, usePageTitle, useSessionEnded, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, Page, SignInFirst } from '@/ui'
import { addressOf } from './addressOf'
import { RateForm } from './RateForm'
import { RatingDone } from './RatingDone'
import './ratings.scss'
import { refusalText } from './refusal'
import { needsSession, type RatingSubject } from './subject'
import { useRating, type About } from './useRating'
import { WaitingPart } from './WaitingPart'

/** Why there is nothing to rate, and what to do. */
const NotShown = ({ subject, failure, onRetry }: { subject: RatingSubject; failure: ApiError | null; onRetry: () => void }) => {
  const t = useText(rateTexts)
  const language = useLanguage()
  const ended = useSessionEnded()
  if (!failure) return <Loading rows={4} />
  const text = refusalText(failure, language)
  switch (failure.code) {
    case 'UNAUTHENTICATED': return <SignInFirst title={t('signInFirst')} ended={ended} onSignIn={() => openPage('sign-in', { next: addressOf(subject) })} />
    case 'TICKET_NOT_FOUND': case 'INVALID_INPUT':
      return <Empty icon='star' title={t('notMine')} text={t('notMineNext')} action={<Button onPress={() => openTab('home')}>{t('home')}</Button>} />
    case 'CASE_NOT_FOUND': case 'PERSON_NOT_FOUND': case 'REAL_NAME_NEEDED': {
      const ways = <><Button onPress={() => openPage('cases')}>{t('cases')}</Button><Button kind='secondary' onPress={() => openPage('receipt')}>{t('byReceipt')}</Button></>
      return <Empty icon='progress' title={t('noCase')} text={text} action={ways} />
    }
    default: return <ErrorState message={t('failed')} next={text} requestId={failure.requestId} onRetry={onRetry} />
  }
}

const Head = ({ about }: { about: About | null }) => {
  const t = useText(rateTexts)
  const local = useLocalText()
  if (!about) return null
  const business = typeof about.business === 'string' ? about.business : local(about.business)
  const visit = about.number === null ? business : t('visit', { number: about.number, line: business })
  return <Text className='yc-rate-visit'>{about.place === null ? visit : `${local(about.place)} · ${visit}`}</Text>
}

interface RateScreenProps {
  readonly subject: RatingSubject
  /** What was handed in at the visit, as its own capability shows it. */
  readonly caseOfVisit?: ReactNode
  /** Asks, within the tap that sends a bad rating, to allow messages about what becomes of it, as their own capability does; it is sent whatever the answer. */
  readonly allow?: () => Promise<void>
}

/** Rate a visit or a case: two taps for a good one. What could not be sent waits on the phone, and says so. */
export const RateScreen = ({ subject, caseOfVisit, allow }: RateScreenProps) => {
  const t = useText(rateTexts)
  const page = useRating(subject)
  usePageTitle(t('title'))
  const { about, rating, kept, trying } = page
  const head = <Head about={about} />
  const home = <View className='yc-rate-acts'><Button kind='secondary' onPress={() => openTab('home')}>{t('home')}</Button></View>
  if (rating !== null && rating !== 'none') {
    return (
      <Page title={t('title')} onBack={goBack}>
        {head}
        <RatingDone rating={rating} fresh={page.fresh} mine={needsSession(subject)} />
        {caseOfVisit}
        {home}
      </Page>
    )
  }
  if (kept && kept.refused === null && !trying) {
    return (
      <Page title={t('title')} onBack={goBack}>
        {head}
        <WaitingPart kept={kept} busy={page.sending} signedIn={page.signedIn} onSend={page.sendKept} />
        {home}
      </Page>
    )
  }
  if (rating === null) return <Page title={t('title')} onBack={goBack}><NotShown subject={subject} failure={page.failure} onRetry={page.reload} /></Page>
  if (about?.early && subject.kind === 'visit') {
    const back = <Button onPress={() => replacePage('ticket', { id: subject.ticketId })}>{t('toTicket')}</Button>
    return <Page title={t('title')} onBack={goBack}>{head}<Empty icon='clock' title={t('tooEarly')} action={back} /></Page>
  }
  return <RateForm subject={subject} page={page} head={head} allow={allow} />
}
