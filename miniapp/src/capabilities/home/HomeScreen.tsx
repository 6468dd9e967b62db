import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { codeInText } from '@shared/link'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { homeTexts } from '@/i18n/home'
import { kitTexts } from '@/i18n/kit'
import { now, openPage, openTab, pageUrl, scan, useOnline, usePageTitle, useSessionEnded } from '@/platform'
import { Button, Icon, List, Loading, Notice, OfflineBar, Page, Row, Sheet, SilentNotice } from '@/ui'
import { Actions, type HomeAction } from './Actions'
import { Brand, type BrandProps } from './Brand'
import { NeedsMeCard } from './NeedsMeCard'
import { needsMe, visitToRate } from './needsMe'
import { useTickets, type LastKnown } from './useTickets'

interface HomeScreenProps extends BrandProps {
  readonly tabs: ReactNode
  /** The halls near by, as their own capability shows them. */
  readonly nearby: ReactNode
  /** The next appointment, likewise. */
  readonly appointment?: ReactNode
  /** The case that waits for the citizen, likewise; and the way to the search. */
  readonly waitingCase?: ReactNode
  /** That there are unread messages, likewise. */
  readonly messages?: ReactNode
  readonly search?: ReactNode
  /** The numbers this phone knows, for a start without a network. */
  readonly lastKnown?: LastKnown
}

type Said = 'codeUnreadable' | 'cameraRefused'

/** What needs me now, what I can do, and where it is quick. */
export const HomeScreen = ({ tabs, nearby, appointment, waitingCase, messages, search, lastKnown, large, onLarge, onLanguage }: HomeScreenProps) => {
  const t = useText(homeTexts)
  const kit = useText(kitTexts)
  const local = useLocalText()
  const online = useOnline()
  const [said, setSaid] = useState<Said | null>(null)
  const [explained, setExplained] = useState<'nothingToRate' | null>(null)
  const mine = useTickets(lastKnown)
  const ended = useSessionEnded()
  usePageTitle(t('brand'))
  const { session, tickets, old } = mine
  const { first, others } = needsMe(tickets, mine.heardAt === null ? 0 : Math.max(0, now() - mine.heardAt))
  const unheard = !online || (mine.heardAt !== null && (old || mine.failure !== null))
  const troubled = online && mine.failure?.code !== 'OFFLINE'

  const startScan = async (): Promise<void> => {
    setSaid(null)
    const scanned = await scan()
    if (scanned.kind === 'cancelled') return
    if (scanned.kind === 'refused') { setSaid('cameraRefused'); return }
    const code = scanned.kind === 'read' ? codeInText(scanned.text) : null
    if (code) openPage('scan', { c: code })
    else setSaid('codeUnreadable')
  }
  const signIn = (): void => openPage('sign-in', { next: pageUrl('home') })
  const rate = (): void => {
    const visit = visitToRate(tickets)
    if (!session) signIn()
    else if (visit) openPage('rate', { id: visit.ticketId })
    else setExplained('nothingToRate')
  }
  const act = (action: HomeAction): void => {
    if (action === 'scan') void startScan()
    else if (action === 'rate') rate()
    else if (action === 'book') openPage('book')
    else openPage('cases')
  }

  return (
    <Page tabs={tabs} banner={unheard ? <OfflineBar troubled={troubled} since={mine.heardAt === null ? undefined : clockTime(tickets[0]?.asOf ?? mine.heardAt)} /> : undefined}>
      <Brand large={large} onLarge={onLarge} onLanguage={onLanguage} />
      <View className='home-now'>
        {ended && <Notice tone='attention' title={kit('endedTitle')} action={<Button small kind='secondary' onPress={signIn}>{kit('signIn')}</Button>}>{kit('endedHow')}</Notice>}
        {session && !mine.data && !mine.failure && <Loading rows={1} />}
        {session && !mine.data && mine.failure && (
          <Notice tone='attention' title={t('ticketsFailed')} action={<Button kind='secondary' small icon='refresh' busy={mine.loading} onPress={mine.reload}>{t('retry')}</Button>}>
            {mine.failure.message}
          </Notice>
        )}
        {session && first && <NeedsMeCard need={first} old={mine.isOld(first.ticket.ticketId)} />}
        {session && <SilentNotice names={mine.missing.map(local)} said={(names) => t('silent', { names })} />}
        {session && others > 0 && <Button kind='quiet' small onPress={() => openTab('me')}>{t('others', { n: others })}</Button>}
        {appointment}
        {waitingCase}
        {messages}
      </View>
      <Actions onAct={act} />
      {search && <View className='home-search'>{search}</View>}
      {said && <View className='home-said'><Notice tone='attention'>{t(said)}</Notice></View>}
      {!session && !ended && (
        <View className='home-signin'>
          <List>
            <Row
              lead={<Icon name='person' />} title={t('signedOut')} side={<Text className='home-signin-word'>{t('signIn')}</Text>}
              onPress={signIn}
            />
          </List>
        </View>
      )}
      {nearby}
      <Sheet
        open={explained !== null} title={t('rate')} onClose={() => setExplained(null)}
        actions={<Button onPress={() => setExplained(null)}>{t('understood')}</Button>}
      >
        {explained && t(explained)}
      </Sheet>
    </Page>
  )
}
