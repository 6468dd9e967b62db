import { type FormEvent, useState } from 'react'
import type { OrderAct, OrderDetail } from '@shared/orders'
import { Dialog } from '@/capabilities/console/Dialog'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { orderStepTexts, orderTexts } from '@/i18n/supervision'

const MOST_LETTERS = 500
/** What the office says among themselves. */
const INSIDE: readonly Step[] = ['appeal', 'uphold', 'withdraw']
export type Step = OrderDetail['may'][number]

interface ActDialogProps {
  readonly step: Step
  readonly acting: boolean
  /** Why the last try failed. */
  readonly problem: string | null
  readonly onSend: (act: OrderAct) => void
  readonly onClose: () => void
}

/** Asks for what has to be written down with a step; for a revisit, whether the citizen is satisfied. */
export const ActDialog = ({ step, acting, problem, onSend, onClose }: ActDialogProps) => {
  const t = useText(orderTexts)
  const tc = useText(consoleTexts)
  const name = useText(orderStepTexts)
  const [text, setText] = useState('')
  const [satisfied, setSatisfied] = useState<boolean | null>(null)
  const [missing, setMissing] = useState<'textMissing' | 'askMissing' | null>(null)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (acting) return
    const said = text.trim()
    if (step === 'revisit' && satisfied === null) return setMissing('askMissing')
    if (said === '') return setMissing('textMissing')
    setMissing(null)
    onSend(step === 'revisit' ? { step, text: said, satisfied: satisfied === true } : { step, text: said })
  }
  const choice = (value: boolean) => (
    <label className='console-chip'>
      <input className='console-radio' type='radio' name='satisfied' checked={satisfied === value} onChange={() => setSatisfied(value)} />
      <span>{t(value ? 'satisfiedYes' : 'satisfiedNo')}</span>
    </label>
  )
  return (
    <Dialog title={name(step)} onClose={onClose}>
      <form className='console-form' onSubmit={submit}>
        {step === 'revisit' && <fieldset className='console-chips'><legend>{t('ask')}</legend>{choice(true)}{choice(false)}</fieldset>}
        <label className='console-field'>
          <span>{t('text')}</span>
          <textarea className='console-input sup-text' data-first rows={5} maxLength={MOST_LETTERS} value={text} aria-describedby='sup-act-hint sup-act-problem' onChange={(event) => setText(event.target.value)} />
        </label>
        <p id='sup-act-hint' className='console-hint'>{t(INSIDE.includes(step) ? 'inside' : 'forCitizen')}</p>
        <p id='sup-act-problem' className='console-problem' role='alert'>{missing ? t(missing) : problem}</p>
        <div className='console-dialog-foot'>
          <button type='button' className='console-act' onClick={onClose}>{tc('cancel')}</button>
          <button type='submit' className='console-act is-main' aria-disabled={acting}>{t(acting ? 'sending' : 'send')}</button>
        </div>
      </form>
    </Dialog>
  )
}
