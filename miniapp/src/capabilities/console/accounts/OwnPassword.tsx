import { type FormEvent, useState } from 'react'
import { useText } from '@/i18n'
import { accountTexts } from '@/i18n/consoleAccounts'
import { ApiError } from '@/platform/api'
import type { ConsoleApi } from '../api'
import { PasswordField } from '../PasswordField'
import type { Acts } from '../useActs'
import { faultOfChange } from './rules'

const EMPTY = { current: '', next: '', again: '' } as const

interface OwnPasswordProps { readonly api: ConsoleApi; readonly acts: Acts }

/** Changes one's own password: the old one, and the new one twice. */
export const OwnPassword = ({ api, acts }: OwnPasswordProps) => {
  const t = useText(accountTexts)
  const [change, setChange] = useState<{ readonly current: string; readonly next: string; readonly again: string }>(EMPTY)
  const [problem, setProblem] = useState<string | null>(null)
  const write = (part: keyof typeof EMPTY) => (value: string): void => setChange((before) => ({ ...before, [part]: value }))

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const fault = faultOfChange(change)
    setProblem(fault && t(fault))
    if (fault !== null) return
    const send = (): ReturnType<ConsoleApi['changePassword']> => api.changePassword(change.current, change.next).catch((thrown: unknown) => {
      // Who is signed in has written no account here, so only the password can be wrong.
      throw thrown instanceof ApiError && thrown.code === 'PASSWORD_WRONG' ? new ApiError(thrown.code, t('currentWrong'), thrown.retry, thrown.requestId) : thrown
    })
    await acts.perform({ send, done: () => t('changed'), then: () => setChange(EMPTY) })
  }

  return (
    <form className='console-form' onSubmit={(event) => { void submit(event) }}>
      <h2>{t('change')}</h2>
      <PasswordField label={t('current')} value={change.current} onChange={write('current')} autoComplete='current-password' />
      <PasswordField label={t('next')} value={change.next} onChange={write('next')} autoComplete='new-password' note={t('rule')} />
      <PasswordField label={t('again')} value={change.again} onChange={write('again')} autoComplete='new-password' />
      <p className='console-problem' role='alert'>{problem}</p>
      <button type='submit' className='console-act is-main' aria-disabled={acts.acting}>{t('changeNow')}</button>
    </form>
  )
}
