import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/consoleBook'
import { maySet, type SlotCell, timeSpan } from './view'

interface SlotPanelProps {
  readonly slot: SlotCell
  readonly now: number
  readonly acting: boolean
  /** Left out for who may not. */
  readonly onSet?: (closed: boolean) => void
  readonly onLeave: () => void
}

/** The slot that was pressed: what a supervisor may do with it, and the way back to the whole day. */
export const SlotPanel = ({ slot, now, acting, onSet, onLeave }: SlotPanelProps) => {
  const t = useText(bookTexts)
  const settable = onSet !== undefined && maySet(slot, now)
  return (
    <section className='console-slot-panel' aria-label={timeSpan(slot)}>
      <b>{timeSpan(slot)}</b>
      <span>{t('taken', slot)}</span>
      {settable && (
        <button type='button' className='console-small' aria-disabled={acting} onClick={() => { if (!acting) onSet(!slot.closed) }}>
          {t(slot.closed ? 'openSlot' : 'closeSlot')}
        </button>
      )}
      <button type='button' className='console-quiet' onClick={onLeave}>{t('wholeDay')}</button>
      {(slot.closed || settable) && <p className='console-hint'>{t(slot.closed ? 'isClosed' : 'closeKeeps')}</p>}
    </section>
  )
}
