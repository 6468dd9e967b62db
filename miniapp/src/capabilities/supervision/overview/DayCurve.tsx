import type { Overview } from '@shared/supervision'
import { useText } from '@/i18n'
import { figureTexts, overviewTexts } from '@/i18n/supervision'
import { ChartFrame } from '../charts/ChartFrame'
import { Columns } from '../charts/Columns'
import { DataTable } from '../charts/DataTable'
import { curveView } from './view'

/** The course of the day: how many were called in each hour, and how long they had waited. */
export const DayCurve = ({ curve, promisedMinutes }: { readonly curve: Overview['curve']; readonly promisedMinutes: number }) => {
  const t = useText(overviewTexts)
  const say = useText(figureTexts)
  const view = curveView(curve)
  if (view === null) return <section className='sup-panel'><h2>{t('curve')}</h2><p className='console-hint'>{t('nothingYet')}</p></section>
  const { hours, called, busiest, slowest } = view
  const table = (caption: string) => (
    <DataTable
      caption={caption} columns={[t('hour'), t('called'), say('waitMinutes'), say('overPromise')]}
      rows={hours.map(({ hour, called: n, waitMinutes, overPromise }) => ({
        key: String(hour), head: t('hourOf', { n: hour }), cells: [n, waitMinutes === null ? say('unknown') : say('minutes', { n: waitMinutes }), overPromise],
      }))}
    />
  )
  const calledTell = t('curveTell', { n: called, hour: busiest.hour, most: busiest.called })
  const waitTell = slowest && t('waitTell', { hour: slowest.hour, most: slowest.waitMinutes ?? 0, promised: promisedMinutes })
  return (
    <>
      <ChartFrame title={t('curve')} tell={calledTell} table={table(t('curve'))}>
        <Columns label={calledTell} columns={hours.map(({ hour, called: value }) => ({ key: String(hour), label: String(hour), value }))} />
      </ChartFrame>
      {waitTell && (
        <ChartFrame title={t('wait')} tell={waitTell} table={table(t('wait'))}>
          <Columns
            label={waitTell} line={promisedMinutes}
            columns={hours.map(({ hour, waitMinutes }) => ({ key: String(hour), label: String(hour), value: waitMinutes === null ? null : Math.round(waitMinutes) }))}
          />
          <p className='console-hint'><span className='sup-dash' aria-hidden='true' /> {t('promised', { n: promisedMinutes })}</p>
        </ChartFrame>
      )}
    </>
  )
}
