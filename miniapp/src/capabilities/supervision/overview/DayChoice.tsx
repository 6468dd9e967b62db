import { useEffect, useRef } from 'react'
import { dayName, daysAfter, fromField, toField } from '@/capabilities/console/book/days'
import { useLanguage, useText } from '@/i18n'
import { overviewTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'

interface DayChoiceProps { readonly day: string; readonly today: string; readonly onDay: (day: string) => void }

/** Which day is looked at: today, or one that is over. */
export const DayChoice = ({ day, today, onDay }: DayChoiceProps) => {
  const t = useText(overviewTexts)
  const language = useLanguage()
  const date = useRef<HTMLInputElement>(null)
  const isToday = day === today
  // Left alone while somebody writes in it: a date is written in parts.
  useEffect(() => { if (date.current && document.activeElement !== date.current) date.current.value = toField(day) }, [day])
  const choose = (next: string | null): void => { if (next !== null && next <= today) onDay(next) }
  return (
    <div className='sup-days' role='group' aria-label={t('day')}>
      <b>{dayName(day, language)}</b>
      <Tag tone={isToday ? 'action' : 'attention'}>{t(isToday ? 'today' : 'past')}</Tag>
      <button type='button' className='console-small' aria-label={t('dayBefore')} title={t('dayBefore')} onClick={() => choose(daysAfter(day, -1))}>‹</button>
      <button type='button' className='console-small' aria-disabled={isToday} onClick={() => choose(today)}>{t('today')}</button>
      <button type='button' className='console-small' aria-label={t('dayAfter')} title={t('dayAfter')} aria-disabled={isToday} onClick={() => choose(daysAfter(day, 1))}>›</button>
      <input
        ref={date} className='console-input' type='date' aria-label={t('day')} max={toField(today)} defaultValue={toField(day)}
        onChange={(event) => choose(fromField(event.target.value))}
      />
    </div>
  )
}
