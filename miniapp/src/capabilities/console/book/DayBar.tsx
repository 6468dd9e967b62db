import { type Ref, useEffect, useRef } from 'react'
import type { BookView } from '@shared/book'
import { useLanguage, useText } from '@/i18n'
import { bookTexts } from '@/i18n/consoleBook'
import { Tag } from '@/ui'
import { Liveness } from '../Liveness'
import type { Heard } from '../useFollowed'
import { dayName, daysAfter, fromField, toField } from './days'
import { bookKeyOf } from './keys'

interface DayBarProps {
  readonly day: string
  readonly today: string
  readonly heard: Heard<BookView> | null
  readonly onDay: (day: string) => void
  readonly text: string
  readonly field: Ref<HTMLInputElement>
  readonly onText: (text: string) => void
  /** Enter in the field: whoever it names has come. */
  readonly onFind: () => void
}

/** Which day is looked at, and the field that finds a visit. */
export const DayBar = ({ day, today, heard, onDay, text, field, onText, onFind }: DayBarProps) => {
  const t = useText(bookTexts)
  const language = useLanguage()
  const date = useRef<HTMLInputElement>(null)
  // Left alone while somebody writes in it: a date is written in parts.
  useEffect(() => { if (date.current && document.activeElement !== date.current) date.current.value = toField(day) }, [day])
  return (
    <div className='console-day'>
      <div className='console-day-name'>
        <h1><span>{dayName(day, language)}</span>{day === today ? <Tag tone='action'>{t('today')}</Tag> : <Tag tone='attention'>{t('notToday')}</Tag>}</h1>
        <p>{heard && <Liveness heard={heard} />}</p>
      </div>
      <div className='console-day-ways' role='group' aria-label={t('chooseDay')}>
        <button type='button' className='console-small' aria-keyshortcuts={bookKeyOf.before} aria-label={t('dayBefore')} title={t('dayBefore')} onClick={() => onDay(daysAfter(day, -1))}>‹</button>
        <button type='button' className='console-small' aria-keyshortcuts={bookKeyOf.today} aria-disabled={day === today} onClick={() => onDay(today)}>{t('today')}</button>
        <button type='button' className='console-small' aria-keyshortcuts={bookKeyOf.after} aria-label={t('dayAfter')} title={t('dayAfter')} onClick={() => onDay(daysAfter(day, 1))}>›</button>
        <input
          ref={date} className='console-input' type='date' aria-label={t('chooseDay')} defaultValue={toField(day)}
          onChange={(event) => { const next = fromField(event.target.value); if (next !== null) onDay(next) }}
        />
      </div>
      <form className='console-find' role='search' onSubmit={(event) => { event.preventDefault(); onFind() }}>
        <input
          ref={field} className='console-input' type='search' aria-label={t('find')} aria-keyshortcuts={bookKeyOf.find} placeholder={t('findHint')} value={text}
          maxLength={20} autoComplete='off' spellCheck={false} onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) { onText(''); event.currentTarget.blur() } }}
        />
        <kbd aria-hidden='true'>{bookKeyOf.find}</kbd>
      </form>
    </div>
  )
}
