import type { Bulletin } from '@shared/bulletins'
import { useLocalText, useText } from '@/i18n'
import { bulletinTexts, orderStateTexts, orderTexts } from '@/i18n/supervision'
import { signOf } from '@/i18n/windowName'
import { DataTable } from '../charts/DataTable'
import { dueWords } from '../orders/view'

/** Work orders that were overdue when the bulletin was made. */
export const OverdueOrders = ({ overdue }: Pick<Bulletin, 'overdue'>) => {
  const t = useText(bulletinTexts)
  const say = useText(orderTexts)
  const state = useText(orderStateTexts)
  const local = useLocalText()
  return (
    <section className='sup-panel is-wide' aria-label={t('overdue')}>
      <h2>{t('overdue')}</h2>
      {overdue.length === 0
        ? <p className='sup-tell'>{t('noneOverdue')}</p>
        : (
          <DataTable
            caption={t('overdue')} columns={[t('hall'), t('business'), t('state'), t('late'), t('leader')]}
            rows={overdue.map((order) => ({
              key: order.ratingId, head: [local(order.hallName), order.windowId && local(signOf(null, order.windowId))].filter(Boolean).join(' · '),
              cells: [order.business, state(order.state), dueWords(order, say)?.text ?? '', order.leader ? local(order.leader) : ''],
            }))}
          />
        )}
    </section>
  )
}
