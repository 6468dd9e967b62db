import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import { useLanguage, useText } from '@/i18n'
import { movedTexts, ticketTexts } from '@/i18n/queue'
import { goBack, openPage, openTab, pageUrl, replacePage, useOnline, usePageTitle, vibrate, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, meaning, Notice, Page } from '@/ui'
import { CalledScreen } from './CalledScreen'
import type { Heard } from './heard'
import './queue.scss'
import { TicketActs } from './TicketActs'
import { TicketBody } from './TicketBody'
import { callToAnnounce, ticketView, type TicketView } from './ticketView'
import { useMoves, type Moves } from './useMoves'
import { useNow } from './useNow'
import { useTicket } from './useTicket'

/** Nothing is known of the ticket: loading, or why it cannot be shown and what to do. */
const Unknown = ({ ticketId, failure, onRetry }: { ticketId: string; failure: ApiError | null; onRetry: () => void }) => {
  const t = useText(ticketTexts)
  if (!failure) return <Loading rows={4} />
  if (failure.code === 'UNAUTHENTICATED') {
    const signIn = <Button onPress={() => openPage('sign-in', { next: pageUrl('ticket', { id: ticketId }) })}>{t('signIn')}</Button>
    return <Empty icon='person' title={t('signInFirst')} text={t('signInWhy')} action={signIn} />
  }
  if (failure.code === 'TICKET_NOT_FOUND' || failure.code === 'INVALID_INPUT') {
    return <Empty icon='ticket' title={t('notMine')} text={t('notMineNext')} action={<Button onPress={() => openTab('home')}>{t('home')}</Button>} />
  }
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} next={t('failedNext')} requestId={failure.requestId} onRetry={onRetry} />
}

/** How the last act ended, and that what is shown may be old. */
const Notices = ({ view, failure, online, moves, onRefresh }: {
  view: TicketView; failure: ApiError | null; online: boolean; moves: Moves; onRefresh: () => void
}) => {
  const t = useText(ticketTexts)
  const { done, failure: refused } = moves
  const again = <Button small kind='secondary' icon='refresh' onPress={onRefresh}>{t('refresh')}</Button>
  return (
    <View className='yc-ticket-top'>
      {view.stale && <Notice tone='attention' title={t('staleAt', { time: view.heardClock })} action={again}>{failure || !online ? t('staleOffline') : t('staleAsking')}</Notice>}
      {refused && <Notice tone='error'>{refused.code === 'OFFLINE' || refused.retry === 'same-key' ? t('noAnswer') : refused.message}</Notice>}
      {done?.move === 'defer' && <Notice tone='done'>{t('lateDone', { n: done.places })}</Notice>}
    </View>
  )
}

/** Vibrates once for each call, however often it is heard of. */
const useCallAlarm = (heard: Heard | null, at: number): void => {
  const call = heard ? callToAnnounce(heard, at) : null
  const announced = useRef<string | null>(null)
  useEffect(() => {
    if (call === null || call === announced.current) return
    announced.current = call
    vibrate()
  }, [call])
}

/** My ticket, kept current for as long as it is open. */
export const TicketScreen = ({ ticketId }: { ticketId: string }) => {
  const language = useLanguage()
  const t = useText(ticketTexts)
  const moved = useText(movedTexts)
  const at = useNow()
  const online = useOnline()
  const { heard, failure, refresh, accept } = useTicket(ticketId)
  const moves = useMoves(ticketId, heard, accept, refresh)
  useCallAlarm(heard, at)
  usePageTitle(t('title'))

  const view = heard ? ticketView(heard, at, { language, say: t, moved }) : null
  const gone = failure?.code === 'TICKET_NOT_FOUND' || failure?.code === 'UNAUTHENTICATED'
  if (!heard || !view || gone) {
    return <Page title={t('title')} onBack={goBack}><Unknown ticketId={ticketId} failure={failure} onRetry={refresh} /></Page>
  }
  const called = view.face === 'called' && !view.stale
  // One region that stays while the pages under it change, or screen readers would miss the call.
  return (
    <>
      <View className='yc-spoken' {...meaning({ live: called ? 'assertive' : 'polite' })}>{view.stale ? '' : view.spoken}</View>
      {called && <CalledScreen view={view} moves={moves} onBack={goBack} />}
      {!called && (
        <Page title={t('title')} onBack={goBack}>
          <Notices view={view} failure={failure} online={online} moves={moves} onRefresh={refresh} />
          <TicketBody view={view} />
          <TicketActs
            view={view} moves={moves} defersLeft={heard.ticket.defersLeft}
            onRate={() => openPage('rate', { id: ticketId })} onTakeAgain={() => replacePage('take', { hall: heard.ticket.hallId })}
            onHall={() => openPage('hall', { hall: heard.ticket.hallId })}
          />
        </Page>
      )}
    </>
  )
}
