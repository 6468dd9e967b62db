import { Text, View } from '@tarojs/components'
import type { HallSummary } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { hallTexts, weekdayTexts } from '@/i18n/halls'
import { now, openPage } from '@/platform'
import { List, Numeral, Row, Tag } from '@/ui'
import { distanceInWords } from './distance'
import { hoursInWords } from './hoursView'

/** A hall in a list: name, how far, whether open, how many wait. */
const HallRow = ({ hall, marked }: { hall: HallSummary; marked: boolean }) => {
  const t = useText(hallTexts)
  const day = useText(weekdayTexts)
  const local = useLocalText()
  const name = local(hall.name)
  const hours = hoursInWords(hall.hours, now(), { t, day })
  const distance = hall.distanceMetres === null ? null : distanceInWords(hall.distanceMetres, t)
  const waiting = hall.waiting === 0 ? t('nobody') : t('waitingHere', { n: hall.waiting })
  const spoken = [name, distance, hall.hours.open ? hours : `${t('closed')} ${hours}`, hall.hours.open ? waiting : null].filter(Boolean).join('，')
  return (
    <Row
      title={name} label={spoken} onPress={() => openPage('hall', { hall: hall.hallId })}
      note={(
        <View className='hall-row-note'>
          <Text className={hall.hours.open ? 'hall-open' : 'hall-closed'}>{hall.hours.open ? hours : `${t('closed')} · ${hours}`}</Text>
          {distance && <Text>{distance}</Text>}
          {marked && <Tag>{t('demo')}</Tag>}
        </View>
      )}
      side={hall.hours.open && (hall.waiting === 0
        ? <Text className='hall-row-free'>{t('noWait')}</Text>
        : <View className='hall-row-waiting'><Numeral size='head'>{hall.waiting}</Numeral><Text className='hall-row-unit'>{t('peopleWaiting')}</Text></View>)}
    />
  )
}

/** Halls under each other. Where all of them are demo data it is said once, below; else at each one that is. */
export const HallList = ({ halls }: { halls: readonly HallSummary[] }) => {
  const t = useText(hallTexts)
  const allDemo = halls.every(({ demo }) => demo)
  return (
    <>
      <List>{halls.map((hall) => <HallRow key={hall.hallId} hall={hall} marked={hall.demo && !allDemo} />)}</List>
      {allDemo && <View className='hall-list-note'>{t('demoAll')}</View>}
    </>
  )
}
