import { Text, View } from '@tarojs/components'
import { clockTime, startOfDay } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { mineTexts } from '@/i18n/appointments'
import { Button, Card, meaning, Notice, Tag } from '@/ui'
import type { Wish } from './api'
import { clockLeft, dayName, spanName } from './dates'
import { useDateWords } from './useDateWords'

const DAY_MS = 86_400_000

interface WaitingCardProps {
  readonly wish: Wish
  /** The server's clock. */
  readonly at: number
  readonly old: boolean
  readonly busy: 'accept' | 'decline' | 'leave' | null
  readonly onAccept: () => void
  readonly onDecline: () => void
  readonly onLeave: () => void
}

/** One thing I wait for: how many asked before me; or the place that is kept for me, to take or to leave. */
export const WaitingCard = ({ wish: { waiting, offer }, at, old, busy, onAccept, onDecline, onLeave }: WaitingCardProps) => {
  const t = useText(mineTexts)
  const local = useLocalText()
  const dates = useDateWords()
  const { day, from, until, hallName, lineName, ahead, offersLeft, personId, personName } = waiting
  const place = `${local(hallName)} · ${local(lineName)}`
  const left = offer?.heldUntil ? offer.heldUntil - at : 0
  if (offer) {
    const when = `${dayName(offer.startsAt, at, dates)} ${spanName(offer.startsAt, offer.endsAt, dates)}`
    return (
      <Card tone='action' label={`${t('offer')} ${when}`}>
        <View className='appt-card-head'>
          <View {...meaning({ role: 'heading', level: 2 })}><Text className='appt-card-time'>{t('offer')}</Text></View>
          <Text className='appt-card-clock'>{left > 0 ? t('offerLeft', { clock: clockLeft(left) }) : ''}</Text>
        </View>
        <Text className='book-item'>{when}</Text>
        <Text className='book-small'>{place}</Text>
        {personId !== 'self' && <Text className='book-small'>{personName}</Text>}
        {left > 0
          ? (
              <View className='appt-buttons'>
                <Button busy={busy === 'accept'} disabled={busy === 'decline'} onPress={onAccept}>{t('accept')}</Button>
                <Button kind='secondary' busy={busy === 'decline'} disabled={busy === 'accept'} onPress={onDecline}>{t('decline')}</Button>
              </View>
            )
          : <View className='book-gap'><Notice tone='attention'>{t('offerOver')}</Notice></View>}
      </Card>
    )
  }
  const whole = until - from >= DAY_MS - 60_000
  const window = whole ? t('allDay') : t('window', { from: clockTime(Math.max(from, startOfDay(day))), until: until >= startOfDay(day) + DAY_MS ? '24:00' : clockTime(until) })
  return (
    <Card tone={old ? 'wash' : 'plain'}>
      <View className='appt-card-head'>
        <Text className='appt-card-time'>{dayName(startOfDay(day), at, dates)}</Text>
        {ahead !== null && <Tag tone={old ? 'plain' : 'action'}>{ahead === 0 ? t('first') : t('ahead', { n: ahead })}</Tag>}
      </View>
      <Text className='book-small'>{window}</Text>
      <Text className='book-small'>{place}</Text>
      {personId !== 'self' && <Text className='book-small'>{personName}</Text>}
      <Text className='book-small'>{offersLeft > 0 ? t('offersLeft', { n: offersLeft }) : t('offerNone')}</Text>
      <View className='book-gap'><Button kind='quiet' busy={busy === 'leave'} onPress={onLeave}>{t('leave')}</Button></View>
    </Card>
  )
}
