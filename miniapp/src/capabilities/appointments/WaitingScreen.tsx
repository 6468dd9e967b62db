import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { clockTime } from '@shared/time'
import type { Waiting } from '@shared/waitingList'
import { useLocalText, useText } from '@/i18n'
import { appointmentTexts, bookTexts, mineTexts } from '@/i18n/appointments'
import { goBack, openPage, pageUrl, replacePage, usePageTitle } from '@/platform'
import { Button, Confirm, Empty, Notice, OfflineBar, Page, SilentNotice } from '@/ui'
import type { Wish } from './api'
import './appointments.scss'
import { UnknownAppointment } from './UnknownAppointment'
import { isOpen } from './useAct'
import { useWaitings } from './useWaitings'
import { WaitingCard } from './WaitingCard'

/** Offers first: they run out. */
const inOrder = (wishes: readonly Wish[]): readonly Wish[] => [...wishes].filter(({ waiting }) => waiting.state !== 'ended').sort((a, b) => Number(b.offer !== null) - Number(a.offer !== null))

interface WaitingScreenProps {
  /** Asks, within the tap, to allow messages about the appointment, as their own capability does; it is confirmed whatever the answer. */
  readonly allow?: (appointmentId: string) => Promise<void>
}

/** What I wait for, and what is offered to me. */
export const WaitingScreen = ({ allow }: WaitingScreenProps) => {
  const t = useText(mineTexts)
  const local = useLocalText()
  const book = useText(bookTexts)
  const one = useText(appointmentTexts)
  const { session, data, failure, loading, reload, at, oldSince, troubled, acting, answer, leave } = useWaitings()
  const [asking, setAsking] = useState<Waiting | null>(null)
  const [under, setUnder] = useState('')
  usePageTitle(t('waiting'))
  if (!data || !session) {
    return <Page title={t('waiting')} onBack={goBack}><UnknownAppointment failure={failure} busy={loading} here={pageUrl('waiting')} signedIn={session !== null} onRetry={reload} /></Page>
  }
  const wishes = inOrder(data.wishes)
  const { busy, failed } = acting
  const accept = ({ waiting, offer }: Wish): void => {
    if (!offer) return
    const asked = allow?.(offer.appointmentId)
    setUnder(waiting.waitingId)
    void answer('accept', offer).then(async (booked) => {
      // No page opens under the question.
      await asked
      if (booked) replacePage('appointment', { id: offer.appointmentId })
    })
  }
  const decline = ({ waiting, offer }: Wish): void => {
    if (!offer) return
    setUnder(waiting.waitingId)
    void answer('decline', offer)
  }
  return (
    <Page title={t('waiting')} onBack={goBack} banner={oldSince !== null && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}>
      {failed && <View className='book-below'><Notice tone='error'>{isOpen(failed.why) ? one('noAnswer') : failed.why.message}</Notice></View>}
      <SilentNotice names={data.missing.map(local)} said={(names) => t('silent', { names })} />
      {wishes.length === 0 && data.missing.length === 0 && <Empty icon='clock' title={t('waitingNone')} text={t('waitingNoneHow')} action={<Button onPress={() => openPage('book')}>{t('book')}</Button>} />}
      <View className='appt-list'>
        {wishes.map((wish) => (
          <WaitingCard
            key={wish.waiting.waitingId} wish={wish} at={at} old={oldSince !== null} busy={under === wish.waiting.waitingId ? busy : null}
            onAccept={() => accept(wish)} onDecline={() => decline(wish)} onLeave={() => setAsking(wish.waiting)}
          />
        ))}
      </View>
      <Text className='book-small'>{book('waitRule')}</Text>
      <Confirm
        open={asking !== null} danger busy={busy === 'leave'} title={t('leaveTitle')} text={t('leaveHow')} confirm={t('leave')} cancel={t('leaveNo')}
        onConfirm={() => { if (asking) { setUnder(asking.waitingId); void leave(asking).then(() => setAsking(null)) } }} onCancel={() => setAsking(null)}
      />
    </Page>
  )
}
