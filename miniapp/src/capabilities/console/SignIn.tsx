import { type FormEvent, useState } from 'react'
import { currentLanguage, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { factorTexts } from '@/i18n/consoleFactor'
import { asApiError } from '@/platform/api'
import { CodeField } from './factor/CodeField'
import { otpIn } from './factor/otp'
import { Frame } from './Frame'
import { LanguageButton } from './LanguageButton'
import { PasswordField } from './PasswordField'
import type { StaffSession } from './useStaffSession'

/** Asks for account and password, and then for the code where there is a second factor; says in a sentence why it did not work. */
export const SignIn = ({ over, signIn }: Pick<StaffSession, 'over' | 'signIn'>) => {
  const t = useText(consoleTexts)
  const tf = useText(factorTexts)
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  /** The code as typed; null until it is asked for. */
  const [code, setCode] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const name = account.trim().toLowerCase()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (working) return
    const otp = code === null ? undefined : otpIn(code)
    if (otp === null) return setProblem(tf('codeWrong'))
    setWorking(true)
    setProblem(null)
    try {
      await signIn(name, password, otp)
    } catch (thrown) {
      const error = asApiError(thrown, currentLanguage())
      setWorking(false)
      if (error.code === 'SECOND_FACTOR_NEEDED') return setCode('')
      // A badly written account is, to whoever signs in, simply a wrong one; the server words that the same for all.
      setProblem(error.code === 'OFFLINE' ? t('noAnswer') : error.message)
      // A code is good once: nobody sends the same again.
      setCode(error.code === 'PASSWORD_WRONG' || code === null ? null : '')
    }
  }
  const again = (): void => {
    setCode(null)
    setPassword('')
    setProblem(null)
  }

  return (
    <Frame narrow top={<><span className='console-place'>{t('title')}</span><LanguageButton /></>}>
      <form className='console-form' onSubmit={(event) => { void submit(event) }}>
        <h1 className='console-title'>{code === null ? t('signIn') : tf('signInAs', { account: name })}</h1>
        {over && problem === null && code === null && <p className='console-hint is-attention' role='status'>{t('sessionOver')}</p>}
        {code === null && (
          <label className='console-field'>
            <span>{t('account')}</span>
            <input className='console-input' name='account' value={account} onChange={(event) => setAccount(event.target.value)} autoComplete='username' autoCapitalize='none' spellCheck={false} autoFocus required maxLength={32} />
          </label>
        )}
        {code === null && <PasswordField label={t('password')} value={password} onChange={setPassword} autoComplete='current-password' problem={problem === null ? undefined : 'console-problem'} />}
        {code !== null && <CodeField value={code} onChange={setCode} recovery first problem={problem === null ? undefined : 'console-problem'} />}
        <p id='console-problem' className='console-problem' role='alert'>{problem}</p>
        <button type='submit' className='console-act is-main' aria-disabled={working}>{t(working ? 'signingIn' : 'signInNow')}</button>
        {code !== null && <button type='button' className='console-quiet' onClick={again}>{tf('otherAccount')}</button>}
      </form>
    </Frame>
  )
}
