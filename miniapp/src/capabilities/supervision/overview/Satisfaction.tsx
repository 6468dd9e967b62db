import type { Overview } from '@shared/supervision'
import { useText } from '@/i18n'
import { figureTexts, overviewTexts } from '@/i18n/supervision'
import { changeOf, fewWords, type Figure, shown } from '../figures'

const BESIDE: readonly Figure[] = ['ratings', 'badRate', 'activeRate', 'ratingRate', 'visits', 'waitMinutes', 'overPromise', 'rectifiedRate', 'onTimeRate', 'revisitRate']

/** The day's figures, large, with the same day of last week beside each. */
export const Satisfaction = ({ today, before, isToday }: Pick<Overview, 'today' | 'before'> & { readonly isToday: boolean }) => {
  const t = useText(overviewTexts)
  const say = useText(figureTexts)
  const few = fewWords(today, say)
  const beside = (figure: Figure): string => [t('weekAgo', { value: shown(figure, before, say) }), changeOf(figure, today, before, say)].filter((text) => text !== null).join(' · ')
  return (
    <section className='sup-panel' aria-label={t('satisfaction')}>
      <div className='sup-main-figure'>
        <h2>{say('goodRate')}</h2>
        <p className='sup-giant'>{shown('goodRate', today, say)}</p>
        <p className='sup-beside'>{beside('goodRate')}</p>
        {few && <p className='sup-few'>{few}</p>}
      </div>
      <dl className='sup-figures'>
        {BESIDE.map((figure) => (
          <div key={figure} className='sup-figure'>
            <dt>{say(figure)}</dt>
            <dd><b>{shown(figure, today, say)}</b><small>{beside(figure)}</small></dd>
          </div>
        ))}
      </dl>
      <p className='console-hint'>{[isToday ? t('weekAgoWhole') : '', today.withdrawn > 0 ? t('withdrawn', { n: today.withdrawn }) : ''].filter(Boolean).join(' ')}</p>
    </section>
  )
}
