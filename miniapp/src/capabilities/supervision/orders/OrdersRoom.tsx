import { useState } from 'react'
import { useLocalText, useText } from '@/i18n'
import { orderTexts, supervisionTexts } from '@/i18n/supervision'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { SupervisionApi } from '../api'
import { OrderList } from './OrderList'
import { OrderPage } from './OrderPage'
import { useOrders } from './useOrders'

interface OrdersRoomProps {
  readonly api: SupervisionApi
  /** A clerk, who sees the orders about themselves only. */
  readonly isOwn: boolean
  /** Where they may act; empty means every hall. */
  readonly mayIn: readonly string[]
  readonly ratingId: string | null
  readonly onOrder: (ratingId: string | null) => void
}

interface Wish { readonly hallId: string | undefined; readonly ended: boolean }

const Orders = ({ api, isOwn, mayIn, wish: { hallId, ended }, onWish, onOrder }: Omit<OrdersRoomProps, 'ratingId'> & { readonly wish: Wish; readonly onWish: (wish: Wish) => void }) => {
  const t = useText(orderTexts)
  const ts = useText(supervisionTexts)
  const local = useLocalText()
  const halls = useRemote('halls', () => api.halls(), { skip: isOwn })
  const { data, failure, loading, reload, more } = useOrders(api, hallId, ended)
  const mine = halls.data?.halls.filter((hall) => mayIn.length === 0 || mayIn.includes(hall.hallId)) ?? []
  const which = (value: boolean) => (
    <label className='console-chip'>
      <input className='console-radio' type='radio' name='ended' checked={ended === value} onChange={() => onWish({ hallId, ended: value })} />
      <span>{t(value ? 'ended' : 'going')}</span>
    </label>
  )
  return (
    <>
      <div className='sup-filter'>
        <fieldset className='console-chips'><legend>{t('which')}</legend>{which(false)}{which(true)}</fieldset>
        {mine.length > 1 && (
          <label className='console-field'>
            <span>{t('hall')}</span>
            <select className='console-input' value={hallId ?? ''} onChange={(event) => onWish({ hallId: event.target.value || undefined, ended })}>
              <option value=''>{t('everyHall')}</option>
              {mine.map((hall) => <option key={hall.hallId} value={hall.hallId}>{local(hall.name)}</option>)}
            </select>
          </label>
        )}
      </div>
      {data === null && (failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading />)}
      {data && failure && <p className='console-hint is-attention' role='status'>{ts('troubled', { why: failure.message })}</p>}
      {data?.orders.length === 0 && <p className='console-hint'>{t(ended ? 'noneEnded' : isOwn ? 'noneOwn' : 'none')}</p>}
      {data && <OrderList orders={data.orders} onOpen={onOrder} />}
      {data?.isMore && <button type='button' className='console-small' aria-disabled={loading} onClick={() => { if (!loading) more() }}>{t('more')}</button>}
    </>
  )
}

/** The work orders of bad ratings: a list, and one of them. */
export const OrdersRoom = ({ ratingId, ...rest }: OrdersRoomProps) => {
  /** Kept while one order is looked at, so that the way back leads to the same list. */
  const [wish, setWish] = useState<Wish>({ hallId: undefined, ended: false })
  const { api, isOwn, onOrder } = rest
  return ratingId === null
    ? <Orders {...rest} wish={wish} onWish={setWish} />
    : <OrderPage key={ratingId} api={api} ratingId={ratingId} isOwn={isOwn} onBack={() => onOrder(null)} />
}
