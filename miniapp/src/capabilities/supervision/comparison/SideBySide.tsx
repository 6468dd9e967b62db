import { dayName } from '@/capabilities/console/book/days'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { comparisonTexts, figureTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'
import { Bars } from '../charts/Bars'
import { ChartFrame } from '../charts/ChartFrame'
import { DataTable } from '../charts/DataTable'
import { DayLine } from '../charts/DayLine'
import { changeOf, percent } from '../figures'
import { goodOf, type Pair, rangeOf } from './view'

/** Parts of the city beside one another, and each beside itself in the period before. */
export const SideBySide = ({ pairs }: { readonly pairs: readonly Pair[] }) => {
  const t = useText(comparisonTexts)
  const say = useText(figureTexts)
  const language = useLanguage()
  const local = useLocalText()
  const good = ({ now, before }: Pair): string => {
    const change = changeOf('goodRate', now.indicators, before.indicators, say)
    const parts = { name: local(now.name), now: percent(now.indicators.goodRate, say) }
    return change === null ? `${parts.name} ${parts.now}` : t('goodTell', { ...parts, change })
  }
  const dayRange = ({ name, days }: Pair['now']): string => {
    const range = rangeOf(days)
    return range ? t('byDayOf', { name: local(name), high: percent(range.high, say), low: percent(range.low, say) }) : t('byDayNone', { name: local(name) })
  }
  const words = ({ indicators }: Pair['now'], period: string) => (
    <><b>{percent(indicators.goodRate, say)}</b> <small>{period} · {say('ratingsOf', { n: indicators.ratings })}</small> {indicators.few && <Tag tone='attention'>{say('few')}</Tag>}</>
  )
  const fewOf = ({ now: { indicators: { few } } }: Pair) => few && <Tag tone='attention'>{say('few')}</Tag>
  return (
    <>
      <ChartFrame
        title={t('good')} tell={pairs.map(good).join(language === 'zh' ? '；' : '; ')}
        table={
          <DataTable
            caption={t('good')} columns={[t('chosen'), t('now'), t('before'), t('change')]}
            rows={pairs.map((pair) => ({
              key: pair.now.scope, head: <>{local(pair.now.name)} {fewOf(pair)}</>, muted: pair.now.indicators.few,
              cells: [percent(pair.now.indicators.goodRate, say), percent(pair.before.indicators.goodRate, say), changeOf('goodRate', pair.now.indicators, pair.before.indicators, say) ?? say('unknown')],
            }))}
          />
        }
      >
        <Bars
          bars={pairs.flatMap(({ now, before }) => [
            { key: now.scope, name: local(now.name), share: now.indicators.goodRate, between: now.indicators.goodBetween, look: now.indicators.few ? 'weak' : undefined, words: words(now, t('now')) },
            { key: `${now.scope} before`, name: '', share: before.indicators.goodRate, look: 'before', words: words(before, t('before')) },
          ])}
        />
      </ChartFrame>
      <ChartFrame
        title={t('byDay')} tell={pairs.map(({ now }) => dayRange(now)).join(language === 'zh' ? '；' : '; ')}
        table={
          <DataTable
            caption={t('byDay')} columns={[t('day'), ...pairs.map(({ now }) => local(now.name))]}
            rows={(pairs[0]?.now.days ?? []).map(({ day }, i) => ({
              key: day, head: dayName(day, language),
              cells: pairs.map(({ now }) => { const one = now.days[i]; return one ? t('cell', { share: percent(goodOf(one), say), n: one.ratings }) : say('unknown') }),
            }))}
          />
        }
      >
        {pairs.map(({ now }) => (
          <div key={now.scope} className='sup-day-line'>
            <p className='sup-tell'>{local(now.name)}</p>
            <DayLine label={dayRange(now)} shares={now.days.map(goodOf)} />
          </div>
        ))}
      </ChartFrame>
    </>
  )
}
