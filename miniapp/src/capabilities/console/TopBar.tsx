import type { LocalText } from '@shared/endpoint'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts, windowStateTexts } from '@/i18n/console'
import { accountTexts } from '@/i18n/consoleAccounts'
import { parkedTexts } from '@/i18n/consoleParked'
import { shortName } from '@/i18n/windowName'
import { Tag } from '@/ui'
import type { WindowState } from './allowed'
import { LanguageButton } from './LanguageButton'
import { Liveness } from './Liveness'
import type { Staff } from './staff'
import { SupervisionLink } from './SupervisionLink'
import type { HeardConsole } from './useConsole'

export interface WayOn { readonly name: string; readonly keyName?: string; readonly go: () => void }
interface TopBarProps {
  readonly hall: LocalText | null
  readonly window: { readonly name: LocalText; readonly state: WindowState } | null
  readonly staff: Staff
  /** Null where the page itself says how old it is. */
  readonly heard: HeardConsole | null
  /** To the other desk of this hall. */
  readonly other?: WayOn
  /** Shown only where there is another place to go to. */
  readonly onChangeWindow?: () => void
  readonly onChangeHall?: () => void
  /** For operators who are at no window: one of a single hall never chooses among them. */
  readonly onParked?: () => void
  readonly onAccount: () => void
  readonly onSignOut: () => void
}

const TONES = { open: 'done', paused: 'attention', closed: 'plain' } as const

/** Where one stands, as whom, and the ways out. */
export const TopBar = ({ hall, window, staff, heard, other, onChangeWindow, onChangeHall, onParked, onAccount, onSignOut }: TopBarProps) => {
  const t = useText(consoleTexts)
  const ts = useText(windowStateTexts)
  const ta = useText(accountTexts)
  const tp = useText(parkedTexts)
  const local = useLocalText()
  return (
    <>
      <span className='console-place'>
        {window && <b>{shortName(local(window.name))}</b>}
        {window && <Tag tone={TONES[window.state]}>{ts(window.state)}</Tag>}
        <span>{hall ? local(hall) : t('title')}</span>
        {heard && <Liveness heard={heard} />}
      </span>
      {other && (
        <button type='button' className='console-quiet' aria-keyshortcuts={other.keyName} onClick={other.go}>
          {other.name}{other.keyName && <> <kbd aria-hidden='true'>{other.keyName}</kbd></>}
        </button>
      )}
      {onChangeWindow && <button type='button' className='console-quiet' onClick={onChangeWindow}>{t('changeWindow')}</button>}
      {onChangeHall && <button type='button' className='console-quiet' onClick={onChangeHall}>{t('changeHall')}</button>}
      <SupervisionLink staff={staff} />
      {onParked && <button type='button' className='console-quiet' onClick={onParked}>{tp('open')}</button>}
      <LanguageButton />
      <button type='button' className='console-quiet' title={ta('open')} onClick={onAccount}>{local(staff.name)}</button>
      <button type='button' className='console-quiet' onClick={onSignOut}>{t('signOut')}</button>
    </>
  )
}
