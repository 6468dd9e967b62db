import { useEffect, useState, type ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { clockTime } from '@shared/time'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { rateTexts, windowRateTexts } from '@/i18n/ratings'
import { signOf } from '@/i18n/windowName'
import { goBack, openPage, openTab, pageUrl, usePageTitle, useRemote, useSession, useSessionEnded } from '@/platform'
import { Button, Empty, ErrorState, List, Loading, Numeral, Page, Row, Section, SignInFirst } from '@/ui'
import { listTickets } from './api'
import { atWindow, type AtWindow } from './atWindow'
import './ratings.scss'
import { refusalText } from './refusal'

interface NothingProps { readonly found: Exclude<AtWindow, { kind: 'one' | 'several' }>; readonly window: string; readonly onRetry: () => void }

/** There is no visit to rate here: why, and what to do. */
const Nothing = ({ found, window, onRetry }: NothingProps) => {
  const t = useText(windowRateTexts)
  const rate = useText(rateTexts)
  const local = useLocalText()
  const home = <Button onPress={() => openTab('home')}>{rate('home')}</Button>
  switch (found.kind) {
    case 'serving': return <Empty icon='clock' title={t('serving', { window })} text={t('servingHow')} action={home} />
    case 'rated': return <Empty icon='check' title={t('rated', { window })} action={<Button onPress={() => openPage('ratings')}>{t('mine')}</Button>} />
    case 'silent': return <ErrorState message={t('silent', { names: found.names.map(local).join(' · ') })} onRetry={onRetry} />
    case 'none': return <Empty icon='star' title={t('none', { window })} text={t('noneHow')} action={home} />
  }
}

interface WindowScreenProps {
  readonly hallId: string
  readonly windowId: string
  /** The rating page of a visit. */
  readonly rate: (ticketId: string) => ReactNode
}

/** Where the static code at a window leads: to rating today's visit there, by one's own tickets. */
export const WindowScreen = ({ hallId, windowId, rate }: WindowScreenProps) => {
  const t = useText(windowRateTexts)
  const say = useText(rateTexts)
  const local = useLocalText()
  const language = useLanguage()
  const session = useSession()
  const ended = useSessionEnded()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, failure, loading, reload } = useRemote(`window/${hallId}/${windowId}/${session?.expiresAt ?? ''}`, listTickets, { skip: !session || chosen !== null })
  const found = data && atWindow(data, hallId, windowId)
  const only = found?.kind === 'one' ? found.ticketId : null
  // Stays with it: once it is rated, it would be found no more.
  useEffect(() => { if (only !== null) setChosen(only) }, [only])
  usePageTitle(say('title'))
  if (chosen !== null) return rate(chosen)
  const frame = (body: ReactNode) => <Page title={say('title')} onBack={goBack}>{body}</Page>
  if (!session || failure?.code === 'UNAUTHENTICATED') {
    const signIn = (): void => openPage('sign-in', { next: pageUrl('rate', { hall: hallId, window: windowId }) })
    return frame(<SignInFirst title={say('signInFirst')} ended={ended} onSignIn={signIn} />)
  }
  if (!found && failure) return frame(<ErrorState message={say('failed')} next={refusalText(failure, language)} requestId={failure.requestId} busy={loading} onRetry={reload} />)
  if (!found || found.kind === 'one') return frame(<Loading rows={4} />)
  const sign = local(signOf(data.tickets.find((ticket) => ticket.hallId === hallId && ticket.windowId === windowId)?.windowName, windowId))
  if (found.kind !== 'several') return frame(<Nothing found={found} window={sign} onRetry={reload} />)
  return frame(
    <Section title={t('which')} note={t('whichHow', { window: sign })}>
      <List>
        {found.tickets.map(({ ticketId, number, lineName, endedAt }) => (
          <Row
            key={ticketId} lead={<Numeral size='strong'>{number}</Numeral>} title={local(lineName)}
            note={endedAt === null ? undefined : <Text>{t('finishedAt', { time: clockTime(endedAt) })}</Text>} onPress={() => setChosen(ticketId)}
          />
        ))}
      </List>
    </Section>,
  )
}
