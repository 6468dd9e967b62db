import { Text, View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import { useLocalText, useText } from '@/i18n'
import { mineTexts } from '@/i18n/appointments'
import { openPage } from '@/platform'
import { Card, Tag, useSpoken, type TagTone } from '@/ui'
import { faceOf } from './appointmentView'
import { clockLeft, dateName, dayName, spanName } from './dates'
import { useDateWords } from './useDateWords'

const tones: Partial<Record<Appointment['state'], TagTone>> = { held: 'attention', booked: 'action', arrived: 'done', missed: 'attention' }

/** One appointment among others; a tap opens it. `at`: the server's clock. */
export const AppointmentCard = ({ appointment, at, past, old }: { appointment: Appointment; at: number; past: boolean; old: boolean }) => {
  const t = useText(mineTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const dates = useDateWords()
  const { startsAt, endsAt, hallName, lineName, personId, personName, heldUntil, appointmentId } = appointment
  const face = faceOf(appointment, at)
  const state = face === 'lapsed' ? 'lapsed' : appointment.state
  const day = past ? dateName(startsAt, dates) : dayName(startsAt, at, dates)
  const time = spanName(startsAt, endsAt, dates)
  const word = face === 'open' && !old ? t('homeCheckIn') : t(state)
  const where = `${local(hallName)} · ${local(lineName)}`
  const left = state === 'held' && heldUntil !== null && !old ? t(appointment.offered ? 'homeOffer' : 'homeHeld', { clock: clockLeft(heldUntil - at) }) : null
  return (
    <Card
      tone={past || old ? 'wash' : state === 'held' || face === 'open' ? 'action' : 'plain'} onPress={() => openPage('appointment', { id: appointmentId })}
      label={spoken(day, time, word, where, personId !== 'self' && personName)}
    >
      <View className='appt-card-head'><Text className='book-item'>{day}</Text><Tag tone={old ? 'plain' : face === 'open' ? 'done' : tones[state]}>{word}</Tag></View>
      <Text className='appt-card-time'>{time}</Text>
      <Text className='book-small'>{where}</Text>
      {personId !== 'self' && <Text className='book-small'>{personName}</Text>}
      {left && <Text className='book-item'>{left}</Text>}
    </Card>
  )
}
