import type { LocalText } from '@shared/endpoint'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts, windowStateTexts } from '@/i18n/console'
import { shortName } from '@/i18n/windowName'
import { useNow } from '@/platform/web/useNow'
import { classes, Tag } from '@/ui'
import type { WindowState } from './allowed'
import { LanguageButton } from './LanguageButton'
import type { Staff } from './staff'
import { type HeardConsole, isStale } from './useConsole'

interface TopBarProps {
  readonly hall: LocalText | null
  readonly window: { readonly name: LocalText; readonly state: WindowState } | null
  readonly staff: Staff
  readonly heard: HeardConsole | null
  /** Shown only where there is another place to go to. */
  readonly onChangeWindow?: () => void
  readonly onChangeHall?: () => void
  readonly onSignOut: () => void
}

const TONES = { open: 'done', paused: 'attention', closed: 'plain' } as const

/** Whether what is shown is so now. Its place is in the bar, so that nothing jumps under the hand when the network goes. */
const Liveness = ({ heard }: { readonly heard: HeardConsole }) => {
  const t = useText(consoleTexts)
  const stale = isStale(heard, useNow(1000))
  return (
    <span className={classes('console-live', stale && 'is-stale')} role={stale ? 'alert' : 'status'}>
      {stale ? t('stale', { time: clockTime(heard.view.asOf) }) : t('live')}
    </span>
  )
}

/** Where one stands, as whom, and the ways out. */
export const TopBar = ({ hall, window, staff, heard, onChangeWindow, onChangeHall, onSignOut }: TopBarProps) => {
  const t = useText(consoleTexts)
  const ts = useText(windowStateTexts)
  const local = useLocalText()
  return (
    <>
      <span className='console-place'>
        {window && <b>{shortName(local(window.name))}</b>}
        {window && <Tag tone={TONES[window.state]}>{ts(window.state)}</Tag>}
        <span>{hall ? local(hall) : t('title')}</span>
        {heard && <Liveness heard={heard} />}
      </span>
      {onChangeWindow && <button type='button' className='console-quiet' onClick={onChangeWindow}>{t('changeWindow')}</button>}
      {onChangeHall && <button type='button' className='console-quiet' onClick={onChangeHall}>{t('changeHall')}</button>}
      <LanguageButton />
      <span className='console-who'>{local(staff.name)}</span>
      <button type='button' className='console-quiet' onClick={onSignOut}>{t('signOut')}</button>
    </>
  )
}
