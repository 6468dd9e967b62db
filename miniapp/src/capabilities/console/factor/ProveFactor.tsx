import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '@/i18n'
import { accountTexts } from '@/i18n/consoleAccounts'
import { factorTexts } from '@/i18n/consoleFactor'
import { PasswordField } from '../PasswordField'
import { CodeField } from './CodeField'
import { otpIn } from './otp'

interface ProveFactorProps {
  readonly note: ReactNode
  readonly asksCode: boolean
  /** The password, where it was given a moment ago. */
  readonly given: string | null
  readonly act: string
  readonly acting: boolean
  readonly problem: string | null
  readonly onProve: (password: string, otp: string | undefined) => void
}

/** Asks once more who one is: the password, and the code where there is one. */
export const ProveFactor = ({ note, asksCode, given, act, acting, problem, onProve }: ProveFactorProps) => {
  const t = useText(factorTexts)
  const ta = useText(accountTexts)
  const [password, setPassword] = useState(given ?? '')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const otp = asksCode ? otpIn(typed) : undefined
    setWrong(otp === null)
    if (otp !== null && !acting) onProve(password, otp)
  }
  return (
    <form className='console-form' onSubmit={submit}>
      {note}
      {given === null && <PasswordField label={ta('current')} value={password} onChange={setPassword} autoComplete='current-password' problem='console-prove-problem' first />}
      {asksCode && <CodeField value={typed} onChange={setTyped} recovery problem='console-prove-problem' />}
      <p id='console-prove-problem' className='console-problem' role='alert'>{wrong ? t('codeWrong') : problem}</p>
      <button type='submit' className='console-act is-main' data-first={given === null ? undefined : ''} aria-disabled={acting}>{act}</button>
    </form>
  )
}
