import { useLocalText, useText } from '@/i18n'
import { comparisonTexts, figureTexts } from '@/i18n/supervision'
import { DataTable } from '../charts/DataTable'
import { changeOf, figures, shown } from '../figures'
import type { Pair } from './view'

/** Every indicator of each part, beside that of the period before. */
export const AllFigures = ({ pairs }: { readonly pairs: readonly Pair[] }) => {
  const t = useText(comparisonTexts)
  const say = useText(figureTexts)
  const local = useLocalText()
  return (
    <section className='sup-panel is-wide'>
      <h2>{t('all')}</h2>
      <DataTable
        caption={t('all')} columns={[t('indicator'), ...pairs.map(({ now }) => local(now.name))]}
        rows={figures.map((figure) => ({
          key: figure, head: say(figure),
          cells: pairs.map(({ now, before }) => {
            const change = changeOf(figure, now.indicators, before.indicators, say)
            return <><b>{shown(figure, now.indicators, say)}</b> <small>{t('before')} {shown(figure, before.indicators, say)}{change !== null && ` · ${change}`}</small></>
          }),
        }))}
      />
    </section>
  )
}
