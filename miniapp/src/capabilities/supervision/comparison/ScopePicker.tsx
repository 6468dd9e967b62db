import { useState } from 'react'
import type { Scoped } from '@shared/supervision'
import { useLocalText, useText } from '@/i18n'
import { comparisonTexts, overviewTexts } from '@/i18n/supervision'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { SupervisionApi } from '../api'
import { ScopePath } from '../overview/ScopePath'
import { partsKind } from '../overview/view'
import { type Chosen, MOST_CHOSEN, without, withOne } from './chosen'

interface ScopePickerProps { readonly api: SupervisionApi; readonly chosen: readonly Chosen[]; readonly onChosen: (chosen: readonly Chosen[]) => void }

/** Finds parts of the city, level by level, and ticks those to be compared. */
export const ScopePicker = ({ api, chosen, onChosen }: ScopePickerProps) => {
  const t = useText(comparisonTexts)
  const to = useText(overviewTexts)
  const local = useLocalText()
  const [scope, setScope] = useState('city')
  const { data, failure, loading, reload } = useRemote(`parts ${scope}`, () => api.overview(scope, undefined))
  const full = chosen.length >= MOST_CHOSEN

  const row = (one: Pick<Scoped, 'scope' | 'name'>, onInto?: () => void) => {
    const isOn = chosen.some((other) => other.scope === one.scope)
    return (
      <li key={one.scope}>
        <label className='sup-tick'>
          <input type='checkbox' className='sup-checkbox' checked={isOn} disabled={full && !isOn} onChange={() => onChosen(isOn ? without(chosen, one.scope) : withOne(chosen, one))} />
          <span>{local(one.name)}</span>
        </label>
        {onInto && <button type='button' className='console-quiet' aria-label={to('into', { name: local(one.name) })} onClick={onInto}>›</button>}
      </li>
    )
  }

  return (
    <fieldset className='sup-panel'>
      <legend>{t('choose', { n: MOST_CHOSEN })}</legend>
      {full && <p className='console-hint' role='status'>{t('full', { n: MOST_CHOSEN })}</p>}
      {data === null && (failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading />)}
      {data && (
        <>
          <ScopePath path={data.path} onScope={setScope} />
          <ul className='sup-ticks'>{row(data)}</ul>
          {data.parts.length > 0 && <h3>{t('within', { name: local(data.name) })}</h3>}
          <ul className='sup-ticks'>{data.parts.map((part) => row(part, partsKind(part.scope) === null ? undefined : () => setScope(part.scope)))}</ul>
          {data.departments.length > 0 && <h3>{t('departments')}</h3>}
          <ul className='sup-ticks'>{data.departments.map((department) => row(department))}</ul>
        </>
      )}
    </fieldset>
  )
}
