import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import type { CityItem } from '@shared/catalogue'
import { useLocalText, useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { chosenOf } from './itemsChosen'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className='appt-fact'><Text className='appt-fact-name'>{name}</Text><View className='appt-fact-value'>{children}</View></View>
)

/** Where, what for, for whom. */
export const Facts = ({ appointment, items }: { appointment: Appointment; items: readonly CityItem[] | null }) => {
  const t = useText(appointmentTexts)
  const local = useLocalText()
  const chosen = chosenOf(items ?? [], appointment.itemIds)
  return (
    <View>
      <Fact name={t('where')}>
        {local(appointment.hallName)}
        <View className='book-small'><Text userSelect>{local(appointment.address)}</Text></View>
      </Fact>
      <Fact name={t('items')}>
        {chosen.map(({ itemId, name }) => <View key={itemId}>{local(name)}</View>)}
        <Text className='book-small'>{local(appointment.lineName)}</Text>
      </Fact>
      <Fact name={t('person')}>{appointment.personName}</Fact>
    </View>
  )
}
