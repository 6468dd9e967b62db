import { useCallback } from 'react'
import type { Staff } from '@/capabilities/console/staff'
import { useFollowed } from '@/capabilities/console/useFollowed'
import { ErrorState, Loading } from '@/ui'
import { AlertsRoom } from './alerts/AlertsRoom'
import { useSeen } from './alerts/useSeen'
import { unseenOf } from './alerts/view'
import type { SupervisionApi } from './api'
import { BulletinsRoom } from './bulletins/BulletinsRoom'
import { ComparisonRoom } from './comparison/ComparisonRoom'
import { OrdersRoom } from './orders/OrdersRoom'
import { OverviewRoom } from './overview/OverviewRoom'
import { RoomNav } from './RoomNav'
import { type Place, roomsOf } from './rooms'

const ALERTS_EVERY_MS = 30_000
const nothing = (): void => undefined

interface LeaderRoomsProps { readonly api: SupervisionApi; readonly staff: Staff; readonly place: Place; readonly onPlace: (place: Place) => void }

/** The rooms of supervisors and operators. Alerts are listened to in every one of them. */
export const LeaderRooms = ({ api, staff, place, onPlace }: LeaderRoomsProps) => {
  const rooms = roomsOf(staff.role)
  const { heard, error, refresh } = useFollowed(useCallback(() => api.alerts(), [api]), ALERTS_EVERY_MS, nothing)
  const [seen, markSeen] = useSeen(staff.account)
  const alerts = heard?.view.alerts
  const mayOrders = rooms.includes('orders')
  const toScope = (scope: string): void => onPlace({ ...place, room: 'overview', scope })
  const toOrder = (ratingId: string | null): void => onPlace({ ...place, room: 'orders', ratingId })
  return (
    <>
      <RoomNav rooms={rooms} room={place.room} unseen={alerts ? unseenOf(alerts, seen) : 0} onRoom={(room) => onPlace({ ...place, room, ratingId: null, bulletinId: null })} />
      {place.room === 'overview' && <OverviewRoom api={api} scope={place.scope} onScope={toScope} onOrders={mayOrders ? () => toOrder(null) : undefined} />}
      {place.room === 'comparison' && <ComparisonRoom api={api} />}
      {place.room === 'alerts' && (alerts
        ? <AlertsRoom alerts={alerts} seen={seen} onSeen={markSeen} onScope={toScope} onOrder={mayOrders ? toOrder : undefined} />
        : error ? <ErrorState message={error.message} requestId={error.requestId} onRetry={refresh} /> : <Loading />)}
      {place.room === 'orders' && <OrdersRoom api={api} isOwn={false} mayIn={staff.halls} ratingId={place.ratingId} onOrder={toOrder} />}
      {place.room === 'bulletins' && <BulletinsRoom api={api} bulletinId={place.bulletinId} onBulletin={(bulletinId) => onPlace({ ...place, bulletinId })} />}
    </>
  )
}
