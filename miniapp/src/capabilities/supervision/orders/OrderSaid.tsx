import type { OrderDetail } from '@shared/orders'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { orderTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'
import type { SupervisionApi } from '../api'
import { tagName } from '../tagName'
import { levelName } from './levelName'
import { OrderPhoto } from './OrderPhoto'

interface OrderSaidProps { readonly api: SupervisionApi; readonly order: OrderDetail; readonly isOwn: boolean }

/** What the citizen said, and as far as it may be known who they are. */
export const OrderSaid = ({ api, order, isOwn }: OrderSaidProps) => {
  const t = useText(orderTexts)
  const local = useLocalText()
  const language = useLanguage()
  const facts = [
    ...(isOwn ? [] : [{ name: t('rater'), value: order.rater ?? t('anonymous') }]),
    { name: t('office'), value: local(order.office) },
    ...(order.leader ? [{ name: t('leader'), value: local(order.leader) }] : []),
    ...(order.satisfied === null ? [] : [{ name: t('satisfied'), value: t(order.satisfied ? 'satisfiedYes' : 'satisfiedNo') }]),
  ]
  return (
    <section className='sup-panel' aria-label={t('said')}>
      <h2>{t('said')}</h2>
      <p className='sup-tags'><Tag tone='now'>{levelName(order.level, language)}</Tag>{order.tags.map((tag) => <Tag key={tag}>{tagName(tag, language)}</Tag>)}</p>
      <p className='sup-quote'>{order.text || t('noText')}</p>
      {order.photos.length > 0 && (
        <div className='sup-photos'>{order.photos.map((photoId, i) => <OrderPhoto key={photoId} api={api} ratingId={order.ratingId} photoId={photoId} place={i + 1} />)}</div>
      )}
      <dl className='console-facts is-stacked'>{facts.map(({ name, value }) => <div key={name} className='console-fact'><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  )
}
