import { ratingLevels } from '@shared/ratingTags'
import type { Indicators } from '@shared/supervision'
import { useLanguage, useText } from '@/i18n'
import { figureTexts, overviewTexts } from '@/i18n/supervision'
import { Bars } from '../charts/Bars'
import { ChartFrame } from '../charts/ChartFrame'
import { DataTable } from '../charts/DataTable'
import { percent, valueOf } from '../figures'

/** How many rated how, from very satisfied to very dissatisfied. */
export const Levels = ({ indicators }: { readonly indicators: Indicators }) => {
  const t = useText(overviewTexts)
  const say = useText(figureTexts)
  const language = useLanguage()
  const { ratings, levels } = indicators
  const bad = valueOf('bad', indicators) ?? 0
  const rows = ratingLevels.map(({ level, ...name }) => {
    const count = levels[level - 1] ?? 0
    return { key: String(level), name: name[language], count, share: ratings === 0 ? null : count / ratings }
  })
  return (
    <ChartFrame
      title={t('levels')} tell={t('levelsTell', { n: ratings, good: ratings - bad, bad })}
      table={<DataTable caption={t('levels')} columns={[t('level'), t('count'), t('share')]} rows={rows.map(({ key, name, count, share }) => ({ key, head: name, cells: [count, percent(share, say)] }))} />}
    >
      <Bars bars={rows.map(({ key, name, count, share }) => ({ key, name, share, words: <><b>{count}</b> <small>{percent(share, say)}</small></> }))} />
    </ChartFrame>
  )
}
