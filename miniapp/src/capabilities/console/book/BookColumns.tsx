import { type Ref, useState } from 'react'
import type { BookView } from '@shared/book'
import type { ItemView } from '@shared/catalogue'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/consoleBook'
import { LineChoice } from './LineChoice'
import { SlotGrid } from './SlotGrid'
import { SlotPanel } from './SlotPanel'
import { isDue, isInSlot, slotCells, type SlotCell, visitRows, type VisitRow } from './view'
import { VisitList } from './VisitList'

interface BookColumnsProps {
  readonly book: BookView
  readonly items: readonly ItemView[]
  /** The line chosen before, as far as it is there. */
  readonly lineId: string | null
  readonly onLine: (lineId: string) => void
  /** Whoever the field finds, in any line; null when nothing is looked for. */
  readonly found: readonly VisitRow[] | null
  readonly acting: boolean
  readonly onSet?: (lineId: string, slot: SlotCell, closed: boolean) => void
  readonly onArrive: (visit: VisitRow) => void
  readonly list: Ref<HTMLDivElement>
}

/** A line's slots on the left, its people on the right. */
export const BookColumns = ({ book, items, lineId, onLine, found, acting, onSet, onArrive, list }: BookColumnsProps) => {
  const t = useText(bookTexts)
  const [chosen, setChosen] = useState<number | null>(null)
  const [dueOnly, setDueOnly] = useState(true)
  const line = book.lines.find((one) => one.lineId === lineId) ?? book.lines[0]
  if (line === undefined) return null
  const slots = slotCells(line, book.asOf)
  const slot = slots.find(({ startsAt }) => startsAt === chosen)
  const all = visitRows(line, items, book.asOf)
  const due = all.filter(isDue)
  const shown = found ?? (slot ? all.filter((visit) => isInSlot(visit, slot)) : dueOnly ? due : all)
  const filter = (isOn: boolean, words: string) => (
    <label className='console-chip'>
      <input className='console-radio' type='radio' name='book-due' checked={dueOnly === isOn} onChange={() => setDueOnly(isOn)} />
      <span>{words}</span>
    </label>
  )
  return (
    <>
      <LineChoice lines={book.lines} lineId={line.lineId} onChoose={(next) => { setChosen(null); onLine(next) }} />
      <div className='console-columns'>
        <section className='console-left' aria-label={t('slots')}><SlotGrid slots={slots} chosen={chosen} onChoose={setChosen} /></section>
        <div ref={list} className='console-right is-book' role='region' aria-label={t('visits')} tabIndex={0}>
          {found
            ? <p className='console-hint' role='status'>{t('found', { n: found.length })}</p>
            : slot
              ? <SlotPanel slot={slot} now={book.asOf} acting={acting} onSet={onSet && ((closed) => onSet(line.lineId, slot, closed))} onLeave={() => setChosen(null)} />
              : <fieldset className='console-chips is-row' aria-label={t('visits')}>{filter(true, t('due', { n: due.length }))}{filter(false, t('all', { n: all.length }))}</fieldset>}
          {shown.length === 0 && !found && <p className='console-hint'>{t(slot || !dueOnly ? 'noVisits' : 'noneDue')}</p>}
          <VisitList visits={shown} lettered={found !== null} acting={acting} onArrive={onArrive} />
        </div>
      </div>
    </>
  )
}
