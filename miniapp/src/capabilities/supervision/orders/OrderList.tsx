import type { OrderSummary } from '@shared/orders'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { orderStateTexts, orderTexts } from '@/i18n/supervision'
import { signOf } from '@/i18n/windowName'
import { Tag } from '@/ui'
import { tagName } from '../tagName'
import { levelName } from './levelName'
import { dueWords } from './view'

interface OrderListProps { readonly orders: readonly OrderSummary[]; readonly onOpen: (ratingId: string) => void }

/** Work orders, the next due first as the server gives them. */
export const OrderList = ({ orders, onOpen }: OrderListProps) => {
  const t = useText(orderTexts)
  const state = useText(orderStateTexts)
  const local = useLocalText()
  const language = useLanguage()
  return (
    <ul className='console-places' aria-label={t('list')}>
      {orders.map((order) => {
        const due = dueWords(order, t)
        const where = [local(order.hallName), order.windowId && local(signOf(null, order.windowId)), order.business].filter(Boolean).join(' · ')
        return (
          <li key={order.ratingId}>
            <button type='button' className='console-place-option' onClick={() => onOpen(order.ratingId)}>
              <span className='console-place-main'>
                <b>{where}</b>
                <small>{[levelName(order.level, language), ...order.tags.map((tag) => tagName(tag, language))].join(' · ')}</small>
                {order.leader && <small>{t('leader')} {local(order.leader)}</small>}
              </span>
              <span className='sup-tags'><Tag>{state(order.state)}</Tag>{due && <Tag tone={due.tone}>{due.text}</Tag>}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
