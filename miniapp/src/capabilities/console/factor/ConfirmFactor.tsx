import { type FormEvent, useState } from 'react'
import { useText } from '@/i18n'
import { factorTexts } from '@/i18n/consoleFactor'
import type { Answer } from '@/platform/api'
import { CodeField } from './CodeField'
import { FactorKeys } from './FactorKeys'
import { digitsIn } from './otp'

interface ConfirmFactorProps {
  readonly begun: Answer<'beginSecondFactor'>
  readonly acting: boolean
  readonly problem: string | null
  readonly onConfirm: (otp: string) => void
}

/** Shows the key and the recovery codes, and takes the first code. */
export const ConfirmFactor = ({ begun, acting, problem, onConfirm }: ConfirmFactorProps) => {
  const t = useText(factorTexts)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const otp = digitsIn(typed)
    setWrong(otp === null)
    if (otp !== null && !acting) onConfirm(otp)
  }
  return (
    <form className='console-form' onSubmit={submit}>
      <FactorKeys {...begun} />
      <CodeField label={t('confirmNow')} value={typed} onChange={setTyped} problem='console-confirm-problem' />
      <p id='console-confirm-problem' className='console-problem' role='alert'>{wrong ? t('sixDigits') : problem}</p>
      <button type='submit' className='console-act is-main' aria-disabled={acting}>{t('confirm')}</button>
    </form>
  )
}
