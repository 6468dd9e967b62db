import type { Bulletin } from '@shared/bulletins'
import { useLocalText, useText } from '@/i18n'
import { bulletinTexts, figureTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'
import { DataTable } from '../charts/DataTable'
import { between, type Figure, shown } from '../figures'

const COLUMNS: readonly Figure[] = ['goodRate', 'ratings', 'bad', 'visits', 'waitMinutes', 'rectifiedRate', 'onTimeRate', 'revisitRate']

/** Halls by their share of good ratings; those with too few ratings stand below, without a rank. */
export const Ranking = ({ ranking, minimum }: Pick<Bulletin, 'ranking' | 'minimum'>) => {
  const t = useText(bulletinTexts)
  const say = useText(figureTexts)
  const local = useLocalText()
  return (
    <section className='sup-panel is-wide' aria-label={t('ranking')}>
      <h2>{t('ranking')}</h2>
      <p className='sup-tell'>{t('rule', { n: minimum })}</p>
      <DataTable
        caption={t('ranking')} columns={[t('hall'), t('rank'), ...COLUMNS.map((figure) => say(figure)), say('interval')]}
        rows={ranking.map(({ scope, name, rank, indicators }) => ({
          key: scope, head: local(name), muted: rank === null,
          cells: [rank ?? <Tag tone='attention'>{t('unranked')}</Tag>, ...COLUMNS.map((figure) => shown(figure, indicators, say)), between(indicators, say) ?? say('unknown')],
        }))}
      />
    </section>
  )
}
