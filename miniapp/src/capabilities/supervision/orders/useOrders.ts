import { useEffect, useRef, useState } from 'react'
import type { OrderSummary } from '@shared/orders'
import { type Remote, useRemote } from '@/platform/remote'
import type { SupervisionApi } from '../api'

const EVERY_SECONDS = 30

interface OrderPages { readonly orders: readonly OrderSummary[]; readonly isMore: boolean }

/** Page after page, up to so many; an order that moved to a later page meanwhile stands there once. */
const readPages = async (api: SupervisionApi, hallId: string | undefined, ended: boolean, pages: number): Promise<OrderPages> => {
  const found = new Map<string, OrderSummary>()
  let cursor: number | null = 0
  for (let page = 0; page < pages && cursor !== null; page += 1) {
    const answer: Awaited<ReturnType<SupervisionApi['orders']>> = await api.orders({ hallId, ended, cursor })
    answer.orders.forEach((order) => found.set(order.ratingId, order))
    cursor = answer.next
  }
  return { orders: [...found.values()], isMore: cursor !== null }
}

export interface Orders extends Remote<OrderPages> { readonly more: () => void }

/** Work orders, kept current; `more` shows a further page. */
export const useOrders = (api: SupervisionApi, hallId: string | undefined, ended: boolean): Orders => {
  const key = `orders ${hallId ?? ''} ${ended}`
  const [asked, setAsked] = useState({ key, pages: 1 })
  const pages = asked.key === key ? asked.pages : 1
  const remote = useRemote(key, () => readPages(api, hallId, ended, pages), { everySeconds: EVERY_SECONDS })
  const reload = useRef(remote.reload)
  useEffect(() => { reload.current = remote.reload })
  useEffect(() => { if (pages > 1) reload.current() }, [pages])
  return { ...remote, more: () => setAsked({ key, pages: pages + 1 }) }
}
