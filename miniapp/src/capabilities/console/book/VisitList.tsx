import { useLocalText, useText } from '@/i18n'
import { bookTexts, visitStateTexts } from '@/i18n/consoleBook'
import { Tag, type TagTone } from '@/ui'
import { timeSpan, type VisitRow } from './view'

interface VisitListProps {
  readonly visits: readonly VisitRow[]
  /** The letter of the line, where visits of several stand together. */
  readonly lettered: boolean
  readonly acting: boolean
  readonly onArrive: (visit: VisitRow) => void
}

const TONES: Readonly<Record<VisitRow['state'], TagTone>> = { held: 'attention', booked: 'action', arrived: 'done', cancelled: 'plain', lapsed: 'plain', missed: 'now' }

/** Everybody of a day, a slot, or found: the code to be read out, the masked name, what for, and whether they have come. */
export const VisitList = ({ visits, lettered, acting, onArrive }: VisitListProps) => {
  const t = useText(bookTexts)
  const state = useText(visitStateTexts)
  const local = useLocalText()
  return (
    <ol className='console-visits' aria-label={t('visits')}>
      {visits.map((visit) => {
        return (
          <li key={visit.appointmentId}>
            <span className='console-visit-time'>{timeSpan(visit)}</span>
            <b className='console-visit-code'>{visit.code}</b>
            <span className='console-visit-who'>
              <b>{visit.name}</b>
              <small>{lettered && `${visit.lineId} · `}{visit.items.map(local).join(' · ')}</small>
            </span>
            {visit.number && <b className='console-visit-number'>{visit.number}</b>}
            {visit.refusal === null
              ? <button type='button' className='console-small' aria-label={t('arriveLabel', visit)} aria-disabled={acting} onClick={() => onArrive(visit)}>{t('arrive')}</button>
              : <Tag tone={TONES[visit.state]}>{state(visit.state)}</Tag>}
          </li>
        )
      })}
    </ol>
  )
}
