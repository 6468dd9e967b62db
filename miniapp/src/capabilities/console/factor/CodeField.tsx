import { useId } from 'react'
import { useText } from '@/i18n'
import { factorTexts } from '@/i18n/consoleFactor'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What stands above it instead of the usual words. */
  readonly label?: string
  /** A recovery code will do as well. */
  readonly recovery?: boolean
  /** The id of what says why it was refused. */
  readonly problem?: string
  readonly first?: boolean
}

/** The code of an authenticator. Phones and password managers fill it in by themselves. */
export const CodeField = ({ value, onChange, label, recovery = false, problem, first = false }: CodeFieldProps) => {
  const t = useText(factorTexts)
  const id = useId()
  return (
    <div className='console-field'>
      <label className='console-label' htmlFor={id}>{label ?? t('code')}</label>
      <input
        className='console-input console-code' id={id} name='otp' value={value} onChange={(event) => onChange(event.target.value)} autoComplete='one-time-code'
        inputMode={recovery ? 'text' : 'numeric'} autoCapitalize='none' spellCheck={false} required maxLength={24}
        autoFocus={first} data-first={first ? '' : undefined} aria-describedby={[recovery && `${id}-note`, problem].filter(Boolean).join(' ') || undefined}
      />
      {recovery && <small id={`${id}-note`} className='console-hint'>{t('codeNote')}</small>}
    </div>
  )
}
