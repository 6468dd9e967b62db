import { useLocalText, useText } from '@/i18n'
import { classTexts, consoleTexts } from '@/i18n/console'
import { arrivalRefusalTexts, bookTexts } from '@/i18n/consoleBook'
import { Tag } from '@/ui'
import { Dialog } from '../Dialog'
import { timeSpan, type VisitRow } from './view'

interface ArrivalDialogProps {
  readonly visit: VisitRow
  readonly acting: boolean
  /** Why the last try failed. */
  readonly problem: string | null
  readonly onArrive: () => void
  readonly onClose: () => void
}

const Given = ({ visit, onClose }: Pick<ArrivalDialogProps, 'visit' | 'onClose'>) => {
  const t = useText(bookTexts)
  const tc = useText(consoleTexts)
  const kind = useText(classTexts)
  return (
    <Dialog title={t('given')} onClose={onClose}>
      <p className='console-number' role='status'>{visit.number ?? '—'}</p>
      <p className='console-given'><Tag tone={visit.late ? 'attention' : 'done'}>{kind(visit.late ? 'ordinary' : 'appointment')}</Tag>{visit.late && <span>{t('lateNumber')}</span>}</p>
      <p className='console-hint'>{t('givenTell')}</p>
      <div className='console-dialog-foot is-one'>
        <button type='button' className='console-act is-main' onClick={onClose}>{tc('close')}</button>
      </div>
    </Dialog>
  )
}

/** Asks before a number is given, for that cannot be taken back; then shows it, large enough to be read across the desk. */
export const ArrivalDialog = ({ visit, acting, problem, onArrive, onClose }: ArrivalDialogProps) => {
  const t = useText(bookTexts)
  const tc = useText(consoleTexts)
  const why = useText(arrivalRefusalTexts)
  const local = useLocalText()
  if (visit.state === 'arrived' && visit.ticketId !== null) return <Given visit={visit} onClose={onClose} />
  return (
    <Dialog title={t('arrive')} onClose={onClose}>
      <p className='console-visit-name'><b>{visit.name}</b> <span>{t('code')} <b>{visit.code}</b></span></p>
      <dl className='console-facts is-stacked'>
        <div className='console-fact'><dt>{t('time')}</dt><dd>{timeSpan(visit)}</dd></div>
        <div className='console-fact'><dt>{t('line')}</dt><dd>{visit.lineId} {local(visit.lineName)}</dd></div>
        <div className='console-fact'><dt>{t('items')}</dt><dd>{visit.items.map(local).join(' · ')}</dd></div>
      </dl>
      <p className='console-hint'>{visit.refusal === null ? t('arriveAsk') : why(visit.refusal)}</p>
      <p className='console-problem' role='alert'>{problem}</p>
      <div className='console-dialog-foot'>
        <button type='button' className='console-act' onClick={onClose}>{tc('cancel')}</button>
        <button type='button' className='console-act is-main' data-first='' aria-disabled={acting || visit.refusal !== null} onClick={() => { if (!acting && visit.refusal === null) onArrive() }}>{t('arriveNow')}</button>
      </div>
    </Dialog>
  )
}
