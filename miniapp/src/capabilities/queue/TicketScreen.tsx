import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { inLine } from '@shared/ticketStates'
import { useLanguage, useText } from '@/i18n'
import { movedTexts, ticketTexts } from '@/i18n/queue'
import { canVibrate, goBack, openPage, openTab, pageUrl, replacePage, useOnline, usePageTitle, useScreenOn, useSessionEnded, useVisible, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, meaning, Notice, Page, SignInFirst } from '@/ui'
import { alarm } from './api'
import { CalledScreen } from './CalledScreen'
import { ElsewherePart } from './ElsewherePart'
import type { Heard } from './heard'
import './queue.scss'
import { TicketActs } from './TicketActs'
import { TicketBody } from './TicketBody'
import { callToAnnounce, ticketView, type TicketView } from './ticketView'
import { useMoves } from './useMoves'
import { useNow } from './useNow'
import { useSpokenPlace } from './useSpokenPlace'
import { useTicket } from './useTicket'

/** Nothing is known of the ticket: loading, or why it cannot be shown and what to do. */
const Unknown = ({ ticketId, failure, onRetry }: { ticketId: string; failure: ApiError | null; onRetry: () => void }) => {
  const t = useText(ticketTexts)
  const ended = useSessionEnded()
  if (!failure) return <Loading rows={4} />
  if (failure.code === 'UNAUTHENTICATED') {
    return <SignInFirst title={t('signInFirst')} text={t('signInWhy')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('ticket', { id: ticketId }) })} />
  }
  if (failure.code === 'TICKET_NOT_FOUND' || failure.code === 'INVALID_INPUT') {
    return <Empty icon='ticket' title={t('notMine')} text={t('notMineNext')} action={<Button onPress={() => openTab('home')}>{t('home')}</Button>} />
  }
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} next={t('failedNext')} requestId={failure.requestId} onRetry={onRetry} />
}

/** That what is shown may be old, and why. */
const Stale = ({ view, unheard, onRefresh }: { view: TicketView; unheard: boolean; onRefresh: () => void }) => {
  const t = useText(ticketTexts)
  if (!view.stale) return null
  const again = <Button small kind='secondary' icon='refresh' onPress={onRefresh}>{t('refresh')}</Button>
  return (
    <View className='yc-ticket-top'>
      <Notice tone='attention' title={t('staleAt', { time: view.heardClock })} action={again}>{unheard ? t('staleOffline') : t('staleAsking')}</Notice>
    </View>
  )
}

/** Makes each call felt until it is noticed, taken up or over. */
const useCallAlarm = (call: string | null): void => {
  useEffect(() => {
    if (call === null) return undefined
    alarm.ring(call)
    return alarm.hush
  }, [call])
}

/** While its turn is to come, or has. */
const needsScreen = ({ ticket }: Heard): boolean => inLine.includes(ticket.state) || ticket.state === 'called'

interface TicketScreenProps {
  readonly ticketId: string
  /** The citizen wants to hear where they stand. */
  readonly aloud?: boolean
  /** What was handed in at the visit, as its own capability shows it; once the visit is over. */
  readonly caseOfVisit?: ReactNode
  /** When to set out, likewise; while the turn is still to come. */
  readonly departure?: ReactNode
}

/** My ticket, kept current for as long as it is open. */
export const TicketScreen = ({ ticketId, aloud = false, caseOfVisit, departure }: TicketScreenProps) => {
  const language = useLanguage()
  const t = useText(ticketTexts)
  const moved = useText(movedTexts)
  const at = useNow()
  const online = useOnline()
  const visible = useVisible()
  const { heard: latest, failure, refresh, accept } = useTicket(ticketId)
  // The last picture before the screen is locked is the first after it: it must not look like the present.
  const heard: Heard | null = latest && !visible ? { ...latest, from: 'storage' } : latest
  const moves = useMoves(ticketId, heard, accept, refresh)
  const screenOn = useScreenOn(latest !== null && needsScreen(latest))
  useCallAlarm(heard && callToAnnounce(heard, at))
  usePageTitle(t('title'))

  const view = heard ? ticketView(heard, at, { language, say: t, moved }) : null
  const spoken = view && !view.stale ? view.spoken : ''
  useSpokenPlace(spoken, aloud)
  const gone = failure?.code === 'TICKET_NOT_FOUND' || failure?.code === 'UNAUTHENTICATED'
  if (!heard || !view || gone) {
    return <Page title={t('title')} onBack={goBack}><Unknown ticketId={ticketId} failure={failure} onRetry={refresh} /></Page>
  }
  const called = view.face === 'called' && !view.stale
  // Regions that stay while the pages under them change, or screen readers would miss the call: it interrupts, a place in the line waits its turn.
  return (
    <>
      <View className='yc-spoken' {...meaning({ role: 'status', live: 'polite' })}>{called ? '' : spoken}</View>
      <View className='yc-spoken' {...meaning({ role: 'alert', live: 'assertive' })}>{called ? spoken : ''}</View>
      {called && <CalledScreen view={view} moves={moves} onTouch={alarm.hush} onBack={goBack} />}
      {!called && (
        <Page title={t('title')} onBack={goBack}>
          <Stale view={view} unheard={failure !== null || !online} onRefresh={refresh} />
          <ElsewherePart done={moves.elsewhere} />
          <TicketBody view={view} felt={screenOn && canVibrate()} />
          {view.face === 'waiting' && departure}
          {view.face === 'finished' && caseOfVisit}
          <TicketActs
            view={view} moves={moves} defersLeft={heard.ticket.defersLeft}
            onRate={() => openPage('rate', { id: ticketId })} onTakeAgain={() => replacePage('take', { hall: heard.ticket.hallId })}
            onBook={() => openPage('book')} onHall={() => openPage('hall', { hall: heard.ticket.hallId })}
            onOrder={() => openPage('calls', { hall: heard.ticket.hallId, number: heard.ticket.number })}
          />
        </Page>
      )}
    </>
  )
}
