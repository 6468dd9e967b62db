import { useEffect, useState } from 'react'
import type { Alert } from '@shared/supervision'
import { clockTime, serviceDay } from '@shared/time'
import { dayName } from '@/capabilities/console/book/days'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { alertKindTexts, alertTexts, alertTodoTexts } from '@/i18n/supervision'
import { pageUrl } from '@/platform/navigate'
import { Tag } from '@/ui'
import { alertView } from './view'

interface AlertsRoomProps {
  readonly alerts: readonly Alert[]
  readonly seen: readonly string[]
  readonly onSeen: (alerts: readonly Alert[]) => void
  readonly onScope: (scope: string) => void
  /** Left out for who may not read work orders. */
  readonly onOrder?: (ratingId: string) => void
}

/** What needs a supervisor, the latest first, each with what to do about it. */
export const AlertsRoom = ({ alerts, seen, onSeen, onScope, onOrder }: AlertsRoomProps) => {
  const t = useText(alertTexts)
  const kind = useText(alertKindTexts)
  const todo = useText(alertTodoTexts)
  const local = useLocalText()
  const language = useLanguage()
  /** As they were when the room was entered: a mark that vanished at the first look would mark nothing. */
  const [before] = useState(seen)
  useEffect(() => onSeen(alerts), [alerts, onSeen])

  if (alerts.length === 0) return <p className='console-hint'>{t('none')}</p>
  return (
    <ol className='sup-alerts'>
      {alerts.map((alert) => {
        const { title, todo: how, scope, ratingId } = alertView(alert, { say: t, kind, todo, local })
        return (
          <li key={alert.alertId} className='sup-panel'>
            <h2>{title} {!before.includes(alert.alertId) && <Tag tone='now'>{t('unseen')}</Tag>}</h2>
            <p className='console-hint'>{t('when', { day: dayName(serviceDay(alert.at), language), time: clockTime(alert.at) })}</p>
            <p className='sup-todo'><b>{t('todo')}</b>{how}</p>
            <div className='sup-ways'>
              {scope !== null && <button type='button' className='console-small' onClick={() => onScope(scope)}>{t('seeFigures')}</button>}
              {ratingId !== null && onOrder && <button type='button' className='console-small' onClick={() => onOrder(ratingId)}>{t('seeOrder')}</button>}
              {alert.kind === 'long-wait' && <a className='console-small' href={pageUrl('console', { hall: alert.hallId })}>{t('seeHall')}</a>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
