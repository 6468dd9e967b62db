import { useCallback, useEffect, useRef } from 'react'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts } from '@/i18n/consoleAccounts'
import { parkedTexts } from '@/i18n/consoleParked'
import { useNow } from '@/platform/web/useNow'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui'
import type { ConsoleApi } from '../api'
import { Frame } from '../Frame'
import { LanguageButton } from '../LanguageButton'
import { useActs } from '../useActs'
import { useFollowed } from '../useFollowed'
import { ParkedRow } from './ParkedRow'
import { entriesOf, useReplay } from './useReplay'

/** The pace of asking, milliseconds: what is tried again comes back after a while at the soonest. */
const EVERY_MS = 10_000

interface ParkedRoomProps { readonly api: ConsoleApi; readonly onBack: () => void; readonly onSessionOver: () => void }

/** For operators: the messages that found no way to a citizen, each to be tried again. */
export const ParkedRoom = ({ api, onBack, onSessionOver }: ParkedRoomProps) => {
  const t = useText(parkedTexts)
  const tc = useText(consoleTexts)
  const ta = useText(accountTexts)
  const { heard, error, refresh, accept } = useFollowed(useCallback(() => api.parked(), [api]), EVERY_MS, onSessionOver)
  const acts = useActs(onSessionOver, refresh)
  const { replayed, pressed, replay } = useReplay(api, acts, accept)
  const at = useNow(EVERY_MS)
  const list = useRef<HTMLElement>(null)
  const focused = useRef(false)

  const entries = heard && entriesOf(heard.view.parked, replayed)
  // The row that had the focus may be gone with the next answer; the list it stood in keeps the focus.
  useEffect(() => {
    if (!focused.current || document.activeElement !== document.body) return
    focused.current = false
    list.current?.focus({ preventScroll: true })
  })

  return (
    <Frame
      narrow
      top={
        <>
          <span className='console-place'>{tc('title')}</span>
          <button type='button' className='console-quiet' onClick={onBack}>{ta('back')}</button>
          <LanguageButton />
        </>
      }
    >
      {heard && error && <OfflineBar since={clockTime(heard.receivedAt)} troubled={error.code !== 'OFFLINE'} />}
      <h1 className='console-title'>{t('open')}</h1>
      <p className='console-hint'>{t('intro')}</p>
      <section className='console-left' ref={list} tabIndex={-1} aria-label={t('list')}>
        {heard === null && (error ? <ErrorState message={error.message} requestId={error.requestId} onRetry={refresh} /> : <Loading />)}
        {entries?.length === 0 && <Empty icon='check' title={t('none')} text={t('noneHow')} />}
        {heard && heard.view.total > heard.view.parked.length && <p className='console-hint'>{t('some', { total: heard.view.total, n: heard.view.parked.length })}</p>}
        <ul className='console-parked' onFocus={() => { focused.current = true }} onBlur={() => { focused.current = false }}>
          {entries?.map((entry) => (
            <ParkedRow
              key={entry.message.parkedId} entry={entry} at={at} acts={acts} pressed={pressed === entry.message.parkedId}
              onReplay={() => replay(entry.message)}
            />
          ))}
        </ul>
      </section>
    </Frame>
  )
}
