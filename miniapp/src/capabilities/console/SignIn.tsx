import { type FormEvent, useState } from 'react'
import { currentLanguage, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { asApiError } from '@/platform/api'
import { Frame } from './Frame'
import { LanguageButton } from './LanguageButton'
import { PasswordField } from './PasswordField'
import type { StaffSession } from './useStaffSession'

/** Asks for account and password; says in a sentence why it did not work. */
export const SignIn = ({ over, signIn }: Pick<StaffSession, 'over' | 'signIn'>) => {
  const t = useText(consoleTexts)
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (working) return
    setWorking(true)
    setProblem(null)
    try {
      await signIn(account.trim().toLowerCase(), password)
    } catch (thrown) {
      const error = asApiError(thrown, currentLanguage())
      // A badly written account is, to whoever signs in, simply a wrong one; the server words that the same for all.
      setProblem(error.code === 'OFFLINE' ? t('noAnswer') : error.message)
      setWorking(false)
    }
  }

  return (
    <Frame narrow top={<><span className='console-place'>{t('title')}</span><LanguageButton /></>}>
      <form className='console-form' onSubmit={(event) => { void submit(event) }}>
        <h1 className='console-title'>{t('signIn')}</h1>
        {over && problem === null && <p className='console-hint is-attention' role='status'>{t('sessionOver')}</p>}
        <label className='console-field'>
          <span>{t('account')}</span>
          <input className='console-input' name='account' value={account} onChange={(event) => setAccount(event.target.value)} autoComplete='username' autoCapitalize='none' spellCheck={false} autoFocus required maxLength={32} />
        </label>
        <PasswordField label={t('password')} value={password} onChange={setPassword} autoComplete='current-password' problem={problem === null ? undefined : 'console-problem'} />
        <p id='console-problem' className='console-problem' role='alert'>{problem}</p>
        <button type='submit' className='console-act is-main' aria-disabled={working}>{t(working ? 'signingIn' : 'signInNow')}</button>
      </form>
    </Frame>
  )
}
