import { View } from '@tarojs/components'
import { clockTime, serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { useDayName } from '@/i18n/dayName'
import { inboxTexts } from '@/i18n/messages'
import { goBack, now, openPage, pageUrl, usePageTitle, useSessionEnded, type ApiError } from '@/platform'
import { Button, classes, Empty, ErrorState, Icon, List, Loading, Notice, OfflineBar, Page, Row, Section, SignInFirst } from '@/ui'
import '../messages.scss'
import { byDay } from './inboxView'
import { MessageRow } from './MessageRow'
import { useInbox } from './useInbox'

const DAY_MS = 86_400_000

/** Nothing is known: loading, or why not and what to do. */
const Unknown = ({ signedIn, failure, busy, onRetry }: { signedIn: boolean; failure: ApiError | null; busy: boolean; onRetry: () => void }) => {
  const t = useText(inboxTexts)
  const ended = useSessionEnded()
  if (!signedIn || failure?.code === 'UNAUTHENTICATED') {
    return <SignInFirst title={t('signInFirst')} text={t('signInWhy')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('messages') })} />
  }
  if (!failure) return <Loading rows={4} />
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} next={t('failedHow')} requestId={failure.requestId} busy={busy} onRetry={onRetry} />
}

/** What the city told me: newest first, day by day, each leading to what it is about. */
export const InboxScreen = () => {
  const t = useText(inboxTexts)
  const dayName = useDayName()
  const { session, inbox, failure, loading, reload, older, loadOlder, oldSince, troubled } = useInbox()
  usePageTitle(t('title'))
  if (!session || !inbox) {
    return <Page title={t('title')} onBack={goBack}><Unknown signedIn={session !== null} failure={failure} busy={loading} onRetry={reload} /></Page>
  }
  const { messages, more } = inbox
  // A phone whose clock is behind would call the newest of them tomorrow's.
  const at = Math.max(now(), messages[0]?.at ?? 0)
  const named = (day: string): string => (day === serviceDay(at) ? t('today') : day === serviceDay(at - DAY_MS) ? t('yesterday') : dayName(day, serviceDay(at)))
  return (
    <Page title={t('title')} onBack={goBack} banner={oldSince !== null && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}>
      {messages.length === 0 && <Empty icon='bell' title={t('none')} text={t('noneHow')} />}
      <View className={classes('message-days', oldSince !== null && 'message-old')}>
        {byDay(messages).map(({ day, messages: ofDay }) => (
          <Section key={day} title={named(day)}>
            <View className='yc-list'>{ofDay.map((message) => <MessageRow key={message.messageId} message={message} />)}</View>
          </Section>
        ))}
      </View>
      {older.failure && <View className='message-gap'><Notice tone='attention' title={t('olderFailed')}>{older.failure.message}</Notice></View>}
      {more && <View className='message-gap'><Button kind='secondary' busy={older.busy} onPress={loadOlder}>{t('older')}</Button></View>}
      {!more && messages.length > 0 && <View className='message-end'>{t('end')}</View>}
      <Section>
        <List><Row lead={<Icon name='bell' />} title={t('settings')} note={t('settingsNote')} onPress={() => openPage('message-settings')} /></List>
      </Section>
    </Page>
  )
}
