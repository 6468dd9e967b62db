import { useCallback, useEffect, useRef, useState } from 'react'
import type { OrderAct } from '@shared/orders'
import { clockTime, serviceDay } from '@shared/time'
import { dayName } from '@/capabilities/console/book/days'
import { NewsLine } from '@/capabilities/console/NewsLine'
import { useActs } from '@/capabilities/console/useActs'
import { useFollowed } from '@/capabilities/console/useFollowed'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { orderStateTexts, orderStepTexts, orderTexts, supervisionTexts } from '@/i18n/supervision'
import { signOf } from '@/i18n/windowName'
import { ErrorState, Loading, Tag } from '@/ui'
import type { SupervisionApi } from '../api'
import { ActDialog, type Step } from './ActDialog'
import { OrderSaid } from './OrderSaid'
import { OrderSteps } from './OrderSteps'
import { dueWords } from './view'

const EVERY_MS = 30_000
const nothing = (): void => undefined

interface OrderPageProps { readonly api: SupervisionApi; readonly ratingId: string; readonly isOwn: boolean; readonly onBack: () => void }

/** One work order: what was said, how long there is, each step, and what the reader may do now. */
export const OrderPage = ({ api, ratingId, isOwn, onBack }: OrderPageProps) => {
  const t = useText(orderTexts)
  const ts = useText(supervisionTexts)
  const tc = useText(consoleTexts)
  const state = useText(orderStateTexts)
  const name = useText(orderStepTexts)
  const local = useLocalText()
  const language = useLanguage()
  const { heard, error, refresh, accept } = useFollowed(useCallback(() => api.order(ratingId), [api, ratingId]), EVERY_MS, nothing)
  const acts = useActs(nothing, refresh)
  const [step, setStep] = useState<Step | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isHere = heard !== null
  useEffect(() => { if (isHere) heading.current?.focus() }, [isHere])

  const back = <button type='button' className='console-quiet' onClick={onBack}>‹ {ts('back')}</button>
  const isGone = error?.code === 'ORDER_NOT_FOUND' || error?.code === 'RATING_NOT_FOUND'
  if (heard === null || isGone) {
    if (error === null) return <Loading />
    return <>{back}<ErrorState message={isGone ? t('gone') : error.message} requestId={error.requestId} onRetry={isGone ? undefined : refresh} /></>
  }
  const order = heard.view
  const due = dueWords(order, t)
  const ask = (next: Step): void => { acts.say(null); setStep(next) }
  const send = async (act: OrderAct): Promise<void> => {
    const isDone = await acts.perform({ send: (key) => api.step(ratingId, act, key), then: (next) => accept(() => next), done: () => t('done', { step: name(act.step) }) })
    if (isDone) setStep(null)
  }
  return (
    <>
      {back}
      <h1 className='console-title' ref={heading} tabIndex={-1}>{[local(order.hallName), order.windowId && local(signOf(null, order.windowId)), order.business].filter(Boolean).join(' · ')}</h1>
      <p className='sup-tags'><Tag tone='action'>{state(order.state)}</Tag>{due && <Tag tone={due.tone}>{due.text}</Tag>}</p>
      <p className='console-hint'>
        {t('opened', { day: dayName(serviceDay(order.openedAt), language), time: clockTime(order.openedAt) })}
        {due && order.dueAt !== null && ` · ${t('dueOn', { what: state(order.state), day: dayName(serviceDay(order.dueAt), language) })}`}
      </p>
      <NewsLine {...acts} />
      {error && <p className='console-hint is-attention' role='status'>{ts('troubled', { why: error.message })}</p>}
      <div className='sup-grid'>
        <OrderSaid api={api} order={order} isOwn={isOwn} />
        <div>
          <section className='sup-panel' aria-label={t('acts')}>
            <h2>{t('acts')}</h2>
            {order.may.length === 0 && <p className='console-hint'>{t('noActs')}</p>}
            <div className='sup-ways'>{order.may.map((one) => <button key={one} type='button' className='console-act' aria-disabled={acts.acting} onClick={() => { if (!acts.acting) ask(one) }}>{name(one)}</button>)}</div>
          </section>
          <OrderSteps steps={order.steps} />
        </div>
      </div>
      {step !== null && (
        <ActDialog
          step={step} acting={acts.acting} onClose={() => setStep(null)} onSend={(act) => { void send(act) }}
          problem={acts.unanswered ? tc('confirming') : acts.news?.tone === 'error' ? acts.news.text : null}
        />
      )}
    </>
  )
}
