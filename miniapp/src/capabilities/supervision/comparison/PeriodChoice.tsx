import { fromField, toField } from '@/capabilities/console/book/days'
import { useText } from '@/i18n'
import { comparisonTexts } from '@/i18n/supervision'
import { lastDays, MOST_DAYS, type Period, problemOf } from './period'

const WHOLE = [7, 30, 90] as const

interface PeriodChoiceProps { readonly period: Period; readonly today: string; readonly onPeriod: (period: Period) => void }

/** From which day to which. */
export const PeriodChoice = ({ period, today, onPeriod }: PeriodChoiceProps) => {
  const t = useText(comparisonTexts)
  const problem = problemOf(period)
  const field = (end: keyof Period) => (
    <label className='console-field'>
      <span>{t(end)}</span>
      <input
        className='console-input' type='date' value={toField(period[end])} max={toField(today)} aria-invalid={problem !== null} aria-describedby='sup-period-problem'
        onChange={(event) => { const day = fromField(event.target.value); if (day !== null) onPeriod({ ...period, [end]: day }) }}
      />
    </label>
  )
  return (
    <fieldset className='sup-panel'>
      <legend>{t('period')}</legend>
      <div className='sup-period'>
        {field('from')}
        {field('to')}
      </div>
      <div className='sup-period'>
        {WHOLE.map((n) => <button key={n} type='button' className='console-small' onClick={() => onPeriod(lastDays(n, today))}>{t('lastDays', { n })}</button>)}
      </div>
      <p id='sup-period-problem' className='console-problem' role='alert'>{problem && (problem === 'tooLong' ? t('tooLong', { n: MOST_DAYS }) : t('wrongOrder'))}</p>
    </fieldset>
  )
}
