import type { Bulletin } from '@shared/bulletins'
import { useText } from '@/i18n'
import { bulletinTexts, figureTexts } from '@/i18n/supervision'
import { DataTable } from '../charts/DataTable'
import { changeOf, fewWords, figures, shown } from '../figures'

/** The city in the period, and in the one before. */
export const CityFigures = ({ city, before }: Pick<Bulletin, 'city' | 'before'>) => {
  const t = useText(bulletinTexts)
  const say = useText(figureTexts)
  const few = fewWords(city, say)
  return (
    <section className='sup-panel' aria-label={t('city')}>
      <h2>{t('city')}</h2>
      <p className='sup-giant'>{say('goodRate')} {shown('goodRate', city, say)}</p>
      {few && <p className='sup-few'>{few}</p>}
      <DataTable
        caption={t('city')} columns={[t('indicator'), t('period'), t('before'), t('change')]}
        rows={figures.map((figure) => ({ key: figure, head: say(figure), cells: [shown(figure, city, say), shown(figure, before, say), changeOf(figure, city, before, say) ?? say('unknown')] }))}
      />
    </section>
  )
}
