import { useLocalText, useText } from '@/i18n'
import { bookTexts } from '@/i18n/consoleBook'
import { type LineBook, placesOf } from './view'

interface LineChoiceProps { readonly lines: readonly LineBook[]; readonly lineId: string; readonly onChoose: (lineId: string) => void }

/** The lines that take appointments, each with how full its day is and how many wait for a place. */
export const LineChoice = ({ lines, lineId, onChoose }: LineChoiceProps) => {
  const t = useText(bookTexts)
  const local = useLocalText()
  return (
    <fieldset className='console-book-lines' aria-label={t('line')}>
      {lines.map((line) => (
        <label key={line.lineId} className='console-book-line'>
          <input className='console-radio' type='radio' name='book-line' checked={line.lineId === lineId} onChange={() => onChoose(line.lineId)} />
          <span>
            <b>{line.lineId} {local(line.lineName)}</b>
            <small>{t('taken', placesOf(line))}</small>
            {line.waiting > 0 && <small className='is-waiting'>{t('waiting', { n: line.waiting })}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
