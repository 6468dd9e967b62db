import { type FormEvent, useState } from 'react'
import type { ItemView } from '@shared/catalogue'
import type { StaffTicket } from '@shared/console'
import type { HallDetail, PriorityReason } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { classTexts, consoleTexts, reasonTexts } from '@/i18n/console'
import type { TakeAtDesk } from './api'
import { Dialog } from './Dialog'

interface DeskDialogProps {
  readonly hall: HallDetail
  readonly items: readonly ItemView[]
  readonly firstLine: string
  readonly acting: boolean
  /** Gives the ticket that was taken; undefined when it was refused. */
  readonly onTake: (wish: TakeAtDesk) => Promise<StaffTicket | undefined>
  /** Why the last try failed. */
  readonly problem: string | null
  readonly onClose: () => void
}

/** Takes a number for somebody without a phone: line, item, and a priority the window has checked. */
export const DeskDialog = ({ hall, items, firstLine, acting, onTake, problem, onClose }: DeskDialogProps) => {
  const t = useText(consoleTexts)
  const kind = useText(classTexts)
  const reason = useText(reasonTexts)
  const local = useLocalText()
  const [lineId, setLineId] = useState(firstLine)
  const [itemId, setItemId] = useState('')
  const [priority, setPriority] = useState<PriorityReason | null>(null)
  const [taken, setTaken] = useState<StaffTicket | null>(null)
  const line = hall.lines.find((one) => one.lineId === lineId)
  const priorities = line?.priorities ?? []

  const chooseLine = (next: string): void => {
    setLineId(next)
    setItemId('')
    setPriority(null)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const ticket = await onTake({ lineId, ...(itemId && { itemId }), ...(priority && { priority }) })
    if (ticket) setTaken(ticket)
  }

  if (taken) {
    return (
      <Dialog title={t('taken')} onClose={onClose}>
        <p className='console-number' role='status'>{taken.number}</p>
        <p className='console-hint'>{t('takenTell')}</p>
        <div className='console-dialog-foot'>
          <button type='button' className='console-act' onClick={() => { setTaken(null); setItemId(''); setPriority(null) }}>{t('takeAnother')}</button>
          <button type='button' className='console-act is-main' autoFocus onClick={onClose}>{t('close')}</button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('desk')} onClose={onClose}>
      <form className='console-form' onSubmit={(event) => { void submit(event) }}>
        <fieldset className='console-chips'>
          <legend>{t('line')}</legend>
          {hall.lines.map((one) => (
            <label key={one.lineId} className='console-chip'>
              <input className='console-radio' type='radio' name='line' value={one.lineId} checked={one.lineId === lineId} onChange={() => chooseLine(one.lineId)} />
              <span>{one.lineId} {local(one.name)}</span>
            </label>
          ))}
        </fieldset>
        <label className='console-field'>
          <span>{t('item')}</span>
          <select className='console-input' value={itemId} onChange={(event) => setItemId(event.target.value)}>
            <option value=''>{t('anyItem')}</option>
            {items.filter((item) => item.lineId === lineId).map((item) => <option key={item.itemId} value={item.itemId}>{local(item.name)}</option>)}
          </select>
        </label>
        {priorities.length > 0 && (
          <fieldset className='console-chips'>
            <legend>{t('priority')}</legend>
            <label className='console-chip'>
              <input className='console-radio' type='radio' name='priority' checked={priority === null} onChange={() => setPriority(null)} />
              <span>{kind('ordinary')}</span>
            </label>
            {priorities.map((one) => (
              <label key={one} className='console-chip'>
                <input className='console-radio' type='radio' name='priority' value={one} checked={priority === one} onChange={() => setPriority(one)} />
                <span>{reason(one)}</span>
              </label>
            ))}
            {priorities.includes('green-lane') && <p className='console-hint'>{t('greenLaneHint')}</p>}
          </fieldset>
        )}
        <p className='console-problem' role='alert'>{problem}</p>
        <div className='console-dialog-foot'>
          <button type='button' className='console-act' onClick={onClose}>{t('cancel')}</button>
          <button type='submit' className='console-act is-main' aria-disabled={acting}>{t('take')}</button>
        </div>
      </form>
    </Dialog>
  )
}
