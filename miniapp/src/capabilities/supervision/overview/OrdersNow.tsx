import { orderStates } from '@shared/orderStates'
import type { Overview } from '@shared/supervision'
import { useText } from '@/i18n'
import { orderStateTexts, overviewTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'
import { Bars } from '../charts/Bars'
import { ChartFrame } from '../charts/ChartFrame'
import { DataTable } from '../charts/DataTable'
import { besideLargest } from './view'

interface OrdersNowProps {
  readonly orders: Overview['orders']
  /** Left out for who may not read work orders. */
  readonly onOrders?: () => void
}

/** Work orders by where they stand, those overdue named first. */
export const OrdersNow = ({ orders: { states, overdue, dueSoon }, onOrders }: OrdersNowProps) => {
  const t = useText(overviewTexts)
  const state = useText(orderStateTexts)
  const counts = orderStates.map((one) => states[one])
  const lengths = besideLargest(counts)
  const rows = orderStates.map((one, i) => ({ key: one, name: state(one), count: counts[i] ?? 0, share: lengths[i] ?? 0 })).filter(({ count }) => count > 0)
  return (
    <ChartFrame
      title={t('orders')} tell={`${t('overdue', { n: overdue })} · ${t('dueSoon', { n: dueSoon })}`}
      table={<DataTable caption={t('orders')} columns={[t('state'), t('count')]} rows={rows.map(({ key, name, count }) => ({ key, head: name, cells: [count] }))} />}
    >
      {(overdue > 0 || dueSoon > 0) && (
        <p className='sup-tags'>{overdue > 0 && <Tag tone='now'>{t('overdue', { n: overdue })}</Tag>}{dueSoon > 0 && <Tag tone='attention'>{t('dueSoon', { n: dueSoon })}</Tag>}</p>
      )}
      <Bars bars={rows.map(({ key, name, count, share }) => ({ key, name, share, words: <b>{count}</b> }))} />
      {onOrders && <button type='button' className='console-small' onClick={onOrders}>{t('toOrders')}</button>}
    </ChartFrame>
  )
}
