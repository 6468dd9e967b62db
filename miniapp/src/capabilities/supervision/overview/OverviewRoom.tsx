import { useCallback, useEffect, useRef, useState } from 'react'
import { serviceDay } from '@shared/time'
import { Liveness } from '@/capabilities/console/Liveness'
import { useFollowed } from '@/capabilities/console/useFollowed'
import { useLocalText, useText } from '@/i18n'
import { overviewTexts, supervisionTexts } from '@/i18n/supervision'
import { Button, ErrorState, Loading } from '@/ui'
import type { SupervisionApi } from '../api'
import { Complaints } from './Complaints'
import { DayChoice } from './DayChoice'
import { DayCurve } from './DayCurve'
import { Levels } from './Levels'
import { OrdersNow } from './OrdersNow'
import { Parts } from './Parts'
import { Satisfaction } from './Satisfaction'
import { ScopePath } from './ScopePath'
import { hasOrdersAndWaits, partsKind } from './view'
import { WaitsNow } from './WaitsNow'

const EVERY_MS = 15_000
const nothing = (): void => undefined

interface OverviewRoomProps {
  readonly api: SupervisionApi
  readonly scope: string
  readonly onScope: (scope: string) => void
  /** Left out for who may not read work orders. */
  readonly onOrders?: () => void
}

/** How the city, or a part of it, is doing: today as it goes on, or on a day that is over. */
export const OverviewRoom = ({ api, scope, onScope, onOrders }: OverviewRoomProps) => {
  const t = useText(overviewTexts)
  const ts = useText(supervisionTexts)
  const local = useLocalText()
  /** Null is today, also when midnight passes. */
  const [past, setPast] = useState<string | null>(null)
  const { heard, error, refresh } = useFollowed(useCallback(() => api.overview(scope, past ?? undefined), [api, scope, past]), EVERY_MS, nothing)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = heard?.view.scope
  const last = useRef(shown)
  // What was pressed to come here is gone: without a place to go, the focus would fall back to the top.
  useEffect(() => {
    if (shown === undefined) return
    if (last.current !== undefined && last.current !== shown) heading.current?.focus()
    last.current = shown
  }, [shown])

  if (heard === null) {
    if (error === null) return <Loading />
    const action = error.code === 'SCOPE_NOT_FOUND' && scope !== 'city' ? <Button onPress={() => onScope('city')}>{ts('back')}</Button> : undefined
    return <ErrorState message={error.message} requestId={error.requestId} onRetry={action ? undefined : refresh} action={action} />
  }
  const { view } = heard
  const today = serviceDay(view.asOf)
  const isToday = view.day === today
  const kind = partsKind(scope)
  return (
    <>
      <div className='sup-head'>
        <div className='sup-head-place'>
          <ScopePath path={view.path} onScope={onScope} />
          <div className='sup-title'><h1 ref={heading} tabIndex={-1}>{local(view.name)}</h1><Liveness heard={heard} /></div>
        </div>
        <DayChoice day={view.day} today={today} onDay={(day) => setPast(day === today ? null : day)} />
      </div>
      {error && <p className='console-hint is-attention' role='status'>{ts('troubled', { why: error.message })}</p>}
      <div className='sup-grid'>
        <div>
          <Satisfaction today={view.today} before={view.before} isToday={isToday} />
          {hasOrdersAndWaits(scope) && <WaitsNow waits={view.waits} onScope={onScope} />}
          {hasOrdersAndWaits(scope) && <OrdersNow orders={view.orders} onOrders={onOrders} />}
          <DayCurve curve={view.curve} promisedMinutes={view.waits.promisedMinutes} />
        </div>
        <div>
          {kind !== null && view.parts.length > 0 && <Parts title={t(kind)} parts={view.parts} onScope={onScope} />}
          {view.departments.length > 0 && <Parts title={t('departments')} parts={view.departments} onScope={onScope} />}
          <Levels indicators={view.today} />
          <Complaints {...view.complaints} />
        </div>
      </div>
    </>
  )
}
