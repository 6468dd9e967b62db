import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { HallDetail } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { hallTexts, weekdayTexts } from '@/i18n/halls'
import { now } from '@/platform'
import { Section } from '@/ui'
import { distanceInWords } from './distance'
import { hoursOfWeek, hoursToday } from './hoursView'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className='hall-fact'><Text className='hall-fact-name'>{name}</Text><View className='hall-fact-value'>{children}</View></View>
)

/** Where the hall is and when it is open. */
export const HallFacts = ({ hall }: { hall: HallDetail }) => {
  const t = useText(hallTexts)
  const day = useText(weekdayTexts)
  const local = useLocalText()
  return (
    <Section title={t('about')}>
      <Fact name={t('hours')}>
        <View>{hoursToday(hall, now(), t)}</View>
        {hoursOfWeek(hall.weeklyHours, { t, day }).map(({ days, hours }) => (
          <View key={days} className='hall-fact-line'>{[days, ...hours].map((part) => <Text key={part} className='hall-fact-part'>{part}</Text>)}</View>
        ))}
      </Fact>
      <Fact name={t('address')}>{local(hall.address)}</Fact>
      {hall.distanceMetres !== null && <Fact name={t('distance')}>{distanceInWords(hall.distanceMetres, t)}</Fact>}
      {hall.phone && <Fact name={t('phone')}>{hall.phone}</Fact>}
    </Section>
  )
}
