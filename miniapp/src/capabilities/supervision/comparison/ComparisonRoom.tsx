import { useState } from 'react'
import { serviceDay } from '@shared/time'
import { dayName } from '@/capabilities/console/book/days'
import { useTabValue } from '@/capabilities/console/useTabValue'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { comparisonTexts } from '@/i18n/supervision'
import { now } from '@/platform/clock'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { SupervisionApi } from '../api'
import { AllFigures } from './AllFigures'
import { isChosen, without } from './chosen'
import { lastDays, periodBefore, problemOf } from './period'
import { PeriodChoice } from './PeriodChoice'
import { ScopePicker } from './ScopePicker'
import { SideBySide } from './SideBySide'
import { pairsOf } from './view'

const FIRST_DAYS = 7

/** Up to six parts of the city over a period, each beside itself in the period before. */
export const ComparisonRoom = ({ api }: { readonly api: SupervisionApi }) => {
  const t = useText(comparisonTexts)
  const language = useLanguage()
  const local = useLocalText()
  const today = serviceDay(now())
  const [kept, keep] = useTabValue('yichuang.supervision-compared', isChosen)
  const [period, setPeriod] = useState(() => lastDays(FIRST_DAYS, today))
  const chosen = kept ?? []
  const scopes = chosen.map(({ scope }) => scope)
  const before = periodBefore(period)
  const found = useRemote(`compare ${scopes.join()} ${period.from} ${period.to}`, async () => {
    const [these, earlier] = await Promise.all([api.compare(scopes, period.from, period.to), api.compare(scopes, before.from, before.to)])
    return pairsOf(these.series, earlier.series)
  }, { skip: scopes.length === 0 || problemOf(period) !== null })
  const names = { from: dayName(period.from, language), to: dayName(period.to, language), fromBefore: dayName(before.from, language), toBefore: dayName(before.to, language) }

  return (
    <div className='sup-grid'>
      <ScopePicker api={api} chosen={chosen} onChosen={keep} />
      <div>
        <PeriodChoice period={period} today={today} onPeriod={setPeriod} />
        <section className='sup-panel' aria-label={t('chosen')}>
          <h2>{t('chosen')}</h2>
          {chosen.length === 0 && <p className='console-hint'>{t('noneChosen')}</p>}
          <ul className='sup-chosen'>
            {chosen.map(({ scope, name }) => (
              <li key={scope}>
                {local(name)}
                <button type='button' className='console-quiet' aria-label={t('remove', { name: local(name) })} onClick={() => keep(without(chosen, scope))}>×</button>
              </li>
            ))}
          </ul>
          {found.data && <p className='sup-tell' role='status'>{t('periods', names)}</p>}
        </section>
        {found.data === null && found.failure && <ErrorState message={found.failure.message} requestId={found.failure.requestId} busy={found.loading} onRetry={found.reload} />}
        {found.data === null && !found.failure && found.loading && <Loading />}
        {found.data && <SideBySide pairs={found.data} />}
      </div>
      {found.data && <AllFigures pairs={found.data} />}
    </div>
  )
}
