import { type FormEvent, useState } from 'react'
import type { HallSummary } from '@shared/halls'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts, roleTexts } from '@/i18n/consoleAccounts'
import type { ConsoleApi, NewAccount } from '../api'
import { Dialog } from '../Dialog'
import { PasswordField } from '../PasswordField'
import { HallPicker } from './HallPicker'
import { type Draft, type Fault, faultOfAccount, tidied } from './rules'

const ROLES = ['clerk', 'supervisor', 'operator'] as const
const EMPTY: Draft = { account: '', role: 'clerk', name: { zh: '', en: '' }, halls: [], everyHall: false, password: '' }

interface AddAccountProps {
  readonly api: ConsoleApi
  readonly acting: boolean
  readonly problem: string | null
  readonly onAdd: (account: NewAccount) => void
  readonly onClose: () => void
}

/** A new member of staff: who, as what, where, and the first password. */
export const AddAccount = ({ api, acting, problem, onAdd, onClose }: AddAccountProps) => {
  const t = useText(accountTexts)
  const tc = useText(consoleTexts)
  const role = useText(roleTexts)
  const [draft, setDraft] = useState(EMPTY)
  const [halls, setHalls] = useState<readonly Pick<HallSummary, 'hallId' | 'name'>[]>([])
  const [fault, setFault] = useState<Fault | null>(null)
  const write = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const whole = tidied({ ...draft, halls: draft.everyHall ? [] : halls.map(({ hallId }) => hallId) })
    const found = faultOfAccount(whole)
    setFault(found)
    const { everyHall: _, ...account } = whole
    if (found === null && !acting) onAdd(account)
  }
  const text = (label: string, value: string, onChange: (value: string) => void, note?: string, first?: '') => (
    <label className='console-field'>
      <span>{label}</span>
      <input className='console-input' value={value} maxLength={64} autoComplete='off' autoCapitalize='none' spellCheck={false} data-first={first} onChange={(event) => onChange(event.target.value)} />
      {note && <small className='console-hint'>{note}</small>}
    </label>
  )
  const chip = (group: string, words: string, checked: boolean, onCheck: () => void) => (
    <label key={words} className='console-chip'>
      <input className='console-radio' type='radio' name={group} checked={checked} onChange={onCheck} />
      <span>{words}</span>
    </label>
  )
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form className='console-form' onSubmit={submit}>
        {text(tc('account'), draft.account, (account) => write({ account }), t('accountRule'), '')}
        <fieldset className='console-chips'>
          <legend>{t('role')}</legend>
          {ROLES.map((one) => chip('role', role(one), draft.role === one, () => write({ role: one })))}
        </fieldset>
        <div className='console-pair'>
          {text(t('nameZh'), draft.name.zh, (zh) => write({ name: { ...draft.name, zh } }))}
          {text(t('nameEn'), draft.name.en, (en) => write({ name: { ...draft.name, en } }))}
        </div>
        <fieldset className='console-chips'>
          <legend>{t('halls')}</legend>
          {chip('halls', t('someHalls'), !draft.everyHall, () => write({ everyHall: false }))}
          {chip('halls', t('everyHall'), draft.everyHall, () => write({ everyHall: true }))}
          {!draft.everyHall && <HallPicker api={api} chosen={halls} onChange={setHalls} />}
        </fieldset>
        <PasswordField label={t('first')} value={draft.password} onChange={(password) => write({ password })} autoComplete='new-password' note={t('firstNote')} />
        <p className='console-problem' role='alert'>{fault ? t(fault) : problem}</p>
        <div className='console-dialog-foot'>
          <button type='button' className='console-act' onClick={onClose}>{tc('cancel')}</button>
          <button type='submit' className='console-act is-main' aria-disabled={acting}>{t('add')}</button>
        </div>
      </form>
    </Dialog>
  )
}
