import type { Scoped } from '@shared/supervision'
import { useLocalText, useText } from '@/i18n'
import { figureTexts, overviewTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'
import { Bars } from '../charts/Bars'
import { ChartFrame } from '../charts/ChartFrame'
import { DataTable } from '../charts/DataTable'
import { between, type Figure, percent, shown } from '../figures'
import { extremesOf, inNeed } from './view'

const COLUMNS: readonly Figure[] = ['goodRate', 'ratings', 'bad', 'visits', 'waitMinutes', 'overPromise']

interface PartsProps { readonly title: string; readonly parts: readonly Scoped[]; readonly onScope: (scope: string) => void }

/** Parts of a place by their share of good ratings, the worst first; each leads into its own figures. */
export const Parts = ({ title, parts, onScope }: PartsProps) => {
  const t = useText(overviewTexts)
  const say = useText(figureTexts)
  const local = useLocalText()
  const extremes = extremesOf(parts)
  const rows = inNeed(parts)
  const link = ({ scope, name }: Scoped) => <button type='button' className='sup-link' title={t('into', { name: local(name) })} onClick={() => onScope(scope)}>{local(name)}</button>
  const tell = extremes === null ? t('partsNone') : t('partsTell', {
    best: local(extremes.best.name), high: percent(extremes.best.indicators.goodRate, say), worst: local(extremes.worst.name), low: percent(extremes.worst.indicators.goodRate, say),
  })
  return (
    <ChartFrame
      title={title} tell={tell}
      table={
        <DataTable
          caption={title} columns={[t('part'), ...COLUMNS.map((figure) => say(figure)), say('interval')]}
          rows={rows.map((one) => ({
            key: one.scope, head: <>{link(one)} {one.indicators.few && <Tag tone='attention'>{say('few')}</Tag>}</>, muted: one.indicators.few,
            cells: [...COLUMNS.map((figure) => shown(figure, one.indicators, say)), between(one.indicators, say) ?? say('unknown')],
          }))}
        />
      }
    >
      <Bars
        bars={rows.map((one) => {
          const { goodRate, goodBetween, ratings, few } = one.indicators
          const interval = few ? between(one.indicators, say) : null
          return {
            key: one.scope, name: link(one), share: goodRate, between: goodBetween, look: few ? 'weak' : undefined,
            words: <><b>{percent(goodRate, say)}</b> <small>{say('ratingsOf', { n: ratings })}</small> {few && <Tag tone='attention'>{say('few')}</Tag>} {interval && <small>{interval}</small>}</>,
          }
        })}
      />
    </ChartFrame>
  )
}
