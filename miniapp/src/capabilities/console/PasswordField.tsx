import { useId, useState } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'

interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly note?: string
  /** The id of what says why it was refused. */
  readonly problem?: string
  readonly first?: boolean
}

/** A password, which can be looked at. */
export const PasswordField = ({ label, value, onChange, autoComplete, note, problem, first = false }: PasswordFieldProps) => {
  const t = useText(consoleTexts)
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className='console-field'>
      <label className='console-label' htmlFor={id}>{label}</label>
      <span className='console-password'>
        <input
          className='console-input' id={id} name='password' type={shown ? 'text' : 'password'} value={value} onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete} required maxLength={128} aria-describedby={problem} data-first={first ? '' : undefined}
        />
        <button type='button' className='console-quiet' aria-pressed={shown} onClick={() => setShown(!shown)}>{t(shown ? 'hidePassword' : 'showPassword')}</button>
      </span>
      {note && <small className='console-hint'>{note}</small>}
    </div>
  )
}
