import { Text, View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import type { CityItem } from '@shared/catalogue'
import { useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import type { Remote } from '@/platform'
import { Card, classes, meaning, Notice, Numeral, Tag } from '@/ui'
import type { AppointmentView } from './appointmentView'
import { BringPart } from './BringPart'
import { Facts } from './Facts'

interface AppointmentBodyProps {
  readonly appointment: Appointment
  readonly view: AppointmentView
  readonly items: Remote<readonly CityItem[]>
  /** Not heard anew for too long: shown as the past. */
  readonly old: boolean
  /** It was confirmed on this page just now. */
  readonly fresh: boolean
}

/** Everything an appointment says except what can be done with it: when and where first. */
export const AppointmentBody = ({ appointment, view, items, old, fresh }: AppointmentBodyProps) => {
  const t = useText(appointmentTexts)
  const toCome = view.face === 'early' || view.face === 'open' || view.face === 'late'
  return (
    <View className={classes('appt-stack', old && 'appt-old')}>
      {fresh && toCome && <Notice tone='done' title={t('booked')}>{t('bookedHow')}</Notice>}
      <View className='appt-hero'>
        <View className='appt-status'><Tag tone={old ? 'plain' : view.tone}>{view.status}</Tag></View>
        <View {...meaning({ role: 'heading', level: 2 })}>
          <Text className='appt-day'>{view.day}</Text>
          <Text className='appt-time'>{view.time}</Text>
        </View>
        {view.left && !old && <Text className='appt-left'>{view.left}</Text>}
        {view.details.map((line) => <Text key={line} className='appt-detail'>{line}</Text>)}
      </View>
      {toCome && (
        <Card tone='wash'>
          <Text className='book-small'>{t('code')}</Text>
          <View className='appt-code'><Numeral size='head'>{appointment.code}</Numeral></View>
          <Text className='book-small'>{t('codeHow')}</Text>
        </Card>
      )}
      <View className='book-gap-large'><Facts appointment={appointment} items={items.data} /></View>
      {toCome && <View className='book-gap-large'><BringPart itemIds={appointment.itemIds} items={items} /></View>}
    </View>
  )
}
