import type { OrderDetail } from '@shared/orders'
import { clockTime, serviceDay } from '@shared/time'
import { dayName } from '@/capabilities/console/book/days'
import { useLanguage, useText } from '@/i18n'
import { orderStepTexts, orderTexts } from '@/i18n/supervision'
import { whoOf } from './view'

/** Everything that was done, oldest first. */
export const OrderSteps = ({ steps }: Pick<OrderDetail, 'steps'>) => {
  const t = useText(orderTexts)
  const name = useText(orderStepTexts)
  const language = useLanguage()
  return (
    <section className='sup-panel' aria-label={t('steps')}>
      <h2>{t('steps')}</h2>
      <ol className='sup-steps'>
        {steps.map(({ at, step, by, text }) => (
          <li key={`${at} ${step}`}>
            <b>{name(step)}</b>
            <small>{t('by', { day: dayName(serviceDay(at), language), time: clockTime(at), who: whoOf(by, t) })}</small>
            {text && <p className='sup-quote'>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
