import { useCallback, useEffect, useRef, useState } from 'react'
import type { ItemView } from '@shared/catalogue'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { arrivalRefusalTexts, bookKeyTexts, bookTexts } from '@/i18n/consoleBook'
import { ErrorState, Loading } from '@/ui'
import type { ConsoleApi } from '../api'
import { KeysRow } from '../KeysRow'
import { NewsLine } from '../NewsLine'
import type { Acts } from '../useActs'
import { useFollowed } from '../useFollowed'
import { useKeys } from '../useKeys'
import { ArrivalDialog } from './ArrivalDialog'
import { BookColumns } from './BookColumns'
import { DayBar } from './DayBar'
import { daysAfter } from './days'
import { bookKeyOf, bookKeys } from './keys'
import { useBookActs } from './useBookActs'
import { useBookPlace } from './useBookPlace'
import { findVisits, visitRows, type VisitRow } from './view'

/** The pace of asking, milliseconds: a day's book changes less often than a line. */
const EVERY_MS = 5000
const KEYS = ['find', 'before', 'after', 'today', 'back', 'help'] as const

interface DayBookProps {
  readonly api: ConsoleApi
  readonly hallId: string
  readonly items: readonly ItemView[]
  /** By the server's clock. */
  readonly today: string
  /** A supervisor or operator, who may close slots. */
  readonly leader: boolean
  readonly acts: Acts
  /** Asks the hall anew, for a number has come into its line. */
  readonly onNumber: () => void
  readonly onBack: () => void
  readonly onSessionOver: () => void
}

/** The book of a day: who is expected, who came, how full each slot is. */
export const DayBook = ({ api, hallId, items, today, leader, acts, onNumber, onBack, onSessionOver }: DayBookProps) => {
  const t = useText(bookTexts)
  const tc = useText(consoleTexts)
  const why = useText(arrivalRefusalTexts)
  const keyName = useText(bookKeyTexts)
  const [place, keep] = useBookPlace(hallId)
  const day = place.day ?? today
  const { heard, error, refresh, accept } = useFollowed(useCallback(() => api.book(hallId, day), [api, hallId, day]), EVERY_MS, onSessionOver)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [keysShown, setKeysShown] = useState(true)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { setSlot, arrive } = useBookActs({ api, hallId, acts, accept, refresh, onNumber })

  const book = heard?.view ?? null
  const everybody = book === null ? [] : book.lines.flatMap((line) => visitRows(line, items, book.asOf))
  const found = text.trim() === '' ? null : findVisits(everybody, text)
  const visit = everybody.find(({ appointmentId }) => appointmentId === asked)

  // The row that was pressed may be gone when the question ends; the list it stood in keeps the focus.
  useEffect(() => { if (asked === null && list.current && document.activeElement === document.body) list.current.focus({ preventScroll: true }) }, [asked])

  const goTo = (next: string): void => keep({ ...place, day: next === today ? null : next })
  const ask = ({ appointmentId }: VisitRow): void => {
    acts.say(null)
    setAsked(appointmentId)
  }
  /** What was refused was said in the question. Once whoever was found has come, the field is ready for the next. */
  const close = (): void => {
    acts.say(null)
    setAsked(null)
    if (visit?.state === 'arrived') setText('')
  }
  const pressFind = (): void => {
    const [only, ...others] = found ?? []
    if (found === null || book === null) return
    if (only === undefined) acts.say({ tone: 'refused', text: t('noneFound', { text: text.trim() }) })
    else if (others.length > 0) acts.say({ tone: 'refused', text: t('manyFound', { n: found.length }) })
    else if (only.refusal !== null) acts.say({ tone: 'refused', text: why(only.refusal) })
    else ask(only)
  }
  useKeys(bookKeys, asked === null, (act) => {
    switch (act) {
      case 'find': field.current?.select(); field.current?.focus(); return
      case 'before': goTo(daysAfter(day, -1)); return
      case 'after': goTo(daysAfter(day, 1)); return
      case 'today': goTo(today); return
      case 'help': setKeysShown(!keysShown); return
      default: onBack()
    }
  })

  return (
    <>
      <DayBar day={day} today={today} heard={heard} onDay={goTo} text={text} field={field} onText={setText} onFind={pressFind} />
      <NewsLine {...acts} />
      {book === null && (error ? <ErrorState message={error.message} requestId={error.requestId} onRetry={refresh} /> : <Loading />)}
      {book?.lines.length === 0 && <p className='console-hint is-attention'>{t('noLines')}</p>}
      {book && book.lines.length > 0 && (
        <BookColumns
          key={day} book={book} items={items} lineId={place.lineId} onLine={(lineId) => keep({ ...place, lineId })} found={found}
          acting={acts.acting} onSet={leader ? setSlot : undefined} onArrive={ask} list={list}
        />
      )}
      {keysShown && <KeysRow keys={KEYS.map((one) => ({ key: bookKeyOf[one], does: keyName(one) }))} />}
      {visit && (
        <ArrivalDialog
          visit={visit} acting={acts.acting}
          problem={acts.unanswered ? tc('confirming') : acts.news?.tone === 'error' ? acts.news.text : null}
          onArrive={() => arrive(visit)} onClose={close}
        />
      )}
    </>
  )
}
