import { useState } from 'react'
import type { HallSummary } from '@shared/halls'
import type { StaffMember } from '@shared/staff'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts, roleTexts } from '@/i18n/consoleAccounts'
import { Tag } from '@/ui'

interface AccountRowProps {
  readonly one: StaffMember
  /** One's own is changed beside, with the old password. */
  readonly isOwn: boolean
  /** As far as they are known by name. */
  readonly halls: readonly HallSummary[]
  readonly acting: boolean
  readonly onSetPassword: () => void
  readonly onUnlock: () => void
  readonly onRemove: () => void
}

/** An account, and what may be done with it. Removing asks first. */
export const AccountRow = ({ one, isOwn, halls, acting, onSetPassword, onUnlock, onRemove }: AccountRowProps) => {
  const t = useText(accountTexts)
  const tc = useText(consoleTexts)
  const role = useText(roleTexts)
  const local = useLocalText()
  const [asking, setAsking] = useState(false)
  const { account, locked } = one
  const where = one.halls.length === 0 ? t('everyHall') : one.halls.map((id) => { const hall = halls.find(({ hallId }) => hallId === id); return hall ? local(hall.name) : id }).join(' · ')
  const act = (name: string, press: () => void) => (
    <button type='button' className='console-small' aria-label={t('actLabel', { account, act: name })} aria-disabled={acting} onClick={() => { if (!acting) press() }}>{name}</button>
  )
  return (
    <li>
      <span className='console-account'>
        <span><b>{account}</b> {local(one.name)}</span>
        <small>{role(one.role)} · {where}</small>
      </span>
      {isOwn && <Tag tone='action'>{t('you')}</Tag>}
      {locked && <Tag tone='now'>{t('locked')}</Tag>}
      {!asking && locked && act(t('unlock'), onUnlock)}
      {!asking && !isOwn && act(t('setPassword'), onSetPassword)}
      {!asking && !isOwn && act(t('remove'), () => setAsking(true))}
      {asking && (
        <div className='console-ask' role='alertdialog' aria-label={t('remove')}>
          <p>{t('removeAsk', { account })}</p>
          <button type='button' className='console-small is-danger' autoFocus onClick={() => { setAsking(false); onRemove() }}>{t('removeYes')}</button>
          <button type='button' className='console-small' onClick={() => setAsking(false)}>{tc('cancel')}</button>
        </div>
      )}
    </li>
  )
}
