import { Text, View } from '@tarojs/components'
import type { HallSummary } from '@shared/halls'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { hallTexts, weekdayTexts } from '@/i18n/halls'
import { now, openPage } from '@/platform'
import { List, Numeral, Row, Tag, useElapsed, useSpoken } from '@/ui'
import { distanceInWords } from './distance'
import { hoursInWords } from './hoursView'
import { LIST_FRESH_MS } from './search'

/** How many wait; of the past no “no wait” is promised. */
const WaitingHere = ({ waiting, old }: { waiting: number | null; old: boolean }) => {
  const t = useText(hallTexts)
  if (waiting === null || (waiting === 0 && old)) return <Text className='hall-row-unit'>{t('waitingUnknown')}</Text>
  if (waiting === 0) return <Text className='hall-row-free'>{t('noWait')}</Text>
  return (
    <View className='hall-row-waiting'><Numeral size='head' tone={old ? 'soft' : 'ink'}>{waiting}</Numeral><Text className='hall-row-unit'>{t('peopleWaiting')}</Text></View>
  )
}

/** A hall in a list: name, how far, whether open, how many wait. */
const HallRow = ({ hall, marked, old }: { hall: HallSummary; marked: boolean; old: boolean }) => {
  const t = useText(hallTexts)
  const said = useSpoken()
  const day = useText(weekdayTexts)
  const local = useLocalText()
  const name = local(hall.name)
  const hours = hoursInWords(hall.hours, now(), { t, day })
  const distance = hall.distanceMetres === null ? null : distanceInWords(hall.distanceMetres, t)
  const waiting = hall.waiting === null ? t('waitingUnknown') : hall.waiting === 0 ? t('nobody') : t('waitingHere', { n: hall.waiting })
  const spoken = said(name, distance, hall.hours.open ? hours : `${t('closed')} ${hours}`, hall.hours.open && waiting)
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
      side={hall.hours.open && <WaitingHere waiting={hall.waiting} old={old} />}
    />
  )
}

interface HallListProps {
  readonly halls: readonly HallSummary[]
  /** When they were heard, by the phone's clock. */
  readonly heardAt: number | null
  /** The latest question brought no answer. */
  readonly failed: boolean
}

/**
 * Halls under each other, and of when their waits are. Where all of them are demo data it is said once, below; else at
 * each one that is.
 */
export const HallList = ({ halls, heardAt, failed }: HallListProps) => {
  const t = useText(hallTexts)
  const old = useElapsed(heardAt, LIST_FRESH_MS, now)
  const allDemo = halls.every(({ demo }) => demo)
  return (
    <>
      <List>{halls.map((hall) => <HallRow key={hall.hallId} hall={hall} marked={hall.demo && !allDemo} old={old} />)}</List>
      {heardAt !== null && <View className='hall-list-note'>{t(old || failed ? 'asOfOld' : 'asOf', { time: clockTime(heardAt) })}</View>}
      {allDemo && <View className='hall-list-note'>{t('demoAll')}</View>}
    </>
  )
}
