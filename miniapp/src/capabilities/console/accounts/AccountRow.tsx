import { useState } from 'react'
import type { HallSummary } from '@shared/halls'
import type { StaffMember } from '@shared/staff'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts, roleTexts } from '@/i18n/consoleAccounts'
import { factorTexts } from '@/i18n/consoleFactor'
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
  readonly onReset: () => void
}

/** An account, and what may be done with it. What cannot be undone asks first. */
export const AccountRow = ({ one, isOwn, halls, acting, onSetPassword, onUnlock, onRemove, onReset }: AccountRowProps) => {
  const t = useText(accountTexts)
  const tc = useText(consoleTexts)
  const tf = useText(factorTexts)
  const role = useText(roleTexts)
  const local = useLocalText()
  const [asking, setAsking] = useState<'remove' | 'reset' | null>(null)
  const { account, locked, secondFactor } = one
  const ask = asking === 'reset'
    ? { title: tf('reset'), words: tf('resetAsk', { account }), yes: tf('resetYes'), act: onReset }
    : { title: t('remove'), words: t('removeAsk', { account }), yes: t('removeYes'), act: onRemove }
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
      {secondFactor && <Tag tone='done'>{tf('title')}</Tag>}
      {asking === null && locked && act(t('unlock'), onUnlock)}
      {asking === null && !isOwn && act(t('setPassword'), onSetPassword)}
      {asking === null && !isOwn && secondFactor && act(tf('reset'), () => setAsking('reset'))}
      {asking === null && !isOwn && act(t('remove'), () => setAsking('remove'))}
      {asking !== null && (
        <div className='console-ask' role='alertdialog' aria-label={ask.title}>
          <p>{ask.words}</p>
          <button type='button' className='console-small is-danger' autoFocus onClick={() => { setAsking(null); ask.act() }}>{ask.yes}</button>
          <button type='button' className='console-small' onClick={() => setAsking(null)}>{tc('cancel')}</button>
        </div>
      )}
    </li>
  )
}
