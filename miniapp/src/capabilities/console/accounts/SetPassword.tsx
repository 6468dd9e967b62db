import { type FormEvent, useState } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts } from '@/i18n/consoleAccounts'
import { Dialog } from '../Dialog'
import { PasswordField } from '../PasswordField'
import { type Fault, faultOfPassword } from './rules'

interface SetPasswordProps {
  readonly account: string
  readonly acting: boolean
  readonly problem: string | null
  readonly onSet: (password: string) => void
  readonly onClose: () => void
}

/** A new password for somebody who forgot theirs. */
export const SetPassword = ({ account, acting, problem, onSet, onClose }: SetPasswordProps) => {
  const t = useText(accountTexts)
  const tc = useText(consoleTexts)
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const found = faultOfPassword(password)
    setFault(found)
    if (found === null && !acting) onSet(password)
  }
  return (
    <Dialog title={t('setPasswordOf', { account })} onClose={onClose}>
      <form className='console-form' onSubmit={submit}>
        <PasswordField label={t('next')} value={password} onChange={setPassword} autoComplete='new-password' note={t('rule')} first />
        <p className='console-hint'>{t('setPasswordNote')}</p>
        <p className='console-problem' role='alert'>{fault ? t(fault) : problem}</p>
        <div className='console-dialog-foot'>
          <button type='button' className='console-act' onClick={onClose}>{tc('cancel')}</button>
          <button type='submit' className='console-act is-main' aria-disabled={acting}>{t('save')}</button>
        </div>
      </form>
    </Dialog>
  )
}
