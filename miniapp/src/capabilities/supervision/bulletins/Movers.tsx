import type { Bulletin } from '@shared/bulletins'
import { useLocalText, useText } from '@/i18n'
import { bulletinTexts, figureTexts } from '@/i18n/supervision'
import { DataTable } from '../charts/DataTable'
import { percent } from '../figures'
import { pointsBetween } from './view'

/** Whose share of good ratings moved most since the period before, of those with enough ratings in both. */
export const Movers = ({ movers }: Pick<Bulletin, 'movers'>) => {
  const t = useText(bulletinTexts)
  const say = useText(figureTexts)
  const local = useLocalText()
  const moved = (before: number, now: number): string => {
    const points = pointsBetween(before, now)
    return points === 0 ? say('same') : t(points > 0 ? 'moverUp' : 'moverDown', { n: Math.abs(points).toFixed(1) })
  }
  return (
    <section className='sup-panel' aria-label={t('movers')}>
      <h2>{t('movers')}</h2>
      {movers.length === 0
        ? <p className='sup-tell'>{t('noMovers')}</p>
        : (
          <DataTable
            caption={t('movers')} columns={[t('hall'), t('period'), t('before'), t('change')]}
            rows={movers.map(({ scope, name, before, now }) => ({ key: scope, head: local(name), cells: [percent(now, say), percent(before, say), moved(before, now)] }))}
          />
        )}
    </section>
  )
}
