import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CityItem } from '@shared/catalogue'
import type { HallOffer } from '@shared/appointments'
import type { Place } from '@shared/halls'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { districtTexts } from '@/i18n/halls'
import { goBack, openPage, useOnline } from '@/platform'
import { Button, Card, Choice, Empty, ErrorState, Icon, List, Loading, Notice, OfflineBar, Page, Row, Section, Sheet, Tag, useSpoken } from '@/ui'
import { BookSteps } from './BookSteps'
import { instantName } from './dates'
import { chosenOf, minutesOf } from './itemsChosen'
import { useDateWords } from './useDateWords'
import { useHallOffers } from './useHallOffers'

/** Where the phone is, if the citizen lets us know, and distances in words. */
export interface HallPlace { readonly place: Place | null; readonly asking: boolean; readonly failed: boolean; readonly ask: () => void; readonly inWords: (metres: number) => string }

type District = keyof typeof districtTexts
const districts = Object.keys(districtTexts) as District[]

const HallRow = ({ hall, asOf, nearby, itemIds }: { hall: HallOffer; asOf: number; nearby: HallPlace; itemIds: readonly string[] }) => {
  const t = useText(bookTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const dates = useDateWords()
  const free = !hall.readable ? t('unread') : hall.nextFree === null ? t('noFree') : t('nextFree', { at: instantName(hall.nextFree, asOf, dates) })
  const distance = hall.distanceMetres === null ? null : nearby.inWords(hall.distanceMetres)
  return (
    <Row
      title={local(hall.hallName)} label={spoken(local(hall.hallName), free, distance, local(hall.address))}
      onPress={() => openPage('book-slot', { hall: hall.hallId, line: hall.lineId, items: itemIds.join(',') })}
      note={(
        <>
          <View className={hall.nextFree === null ? 'book-attention' : 'book-free'}>{free}</View>
          <View className='book-row-note'>{distance && <Text>{distance}</Text>}<Text>{local(hall.address)}</Text>{hall.demo && <Tag>{t('demo')}</Tag>}</View>
        </>
      )}
    />
  )
}

/** Halls that do all of it in one visit: the next free time, how far. */
export const HallsStep = ({ itemIds, hallId, items, nearby }: { itemIds: readonly string[]; /** Only this one; empty when any will do. */ hallId: string; items: readonly CityItem[]; nearby: HallPlace }) => {
  const t = useText(bookTexts)
  const local = useLocalText()
  const named = useText(districtTexts)
  const spoken = useSpoken()
  const online = useOnline()
  const [district, setDistrict] = useState<District | null>(null)
  const [choosing, setChoosing] = useState(false)
  const { data, failure, loading, heardAt, reload, more } = useHallOffers({ itemIds, near: nearby.place, district, hallId })
  const chosen = chosenOf(items, itemIds)
  const stale = heardAt !== null && (!online || failure !== null)
  const anyDistrict = <Button kind='secondary' small label={spoken(t('district'), district ? named(district) : t('anyDistrict'))} onPress={() => setChoosing(true)}>{district ? named(district) : t('anyDistrict')}</Button>
  return (
    <Page title={t('title')} onBack={goBack} banner={stale && <OfflineBar troubled={online && failure?.code !== 'OFFLINE'} since={clockTime(data?.asOf ?? heardAt)} />}>
      <BookSteps current={1} />
      {chosen.length > 0 && (
        <Card tone='wash' label={t('visitTitle')}>
          {chosen.map(({ itemId, name }) => <Text key={itemId} className='book-item'>{local(name)}</Text>)}
          <Text className='book-small'>{t('chosen', { n: chosen.length, minutes: minutesOf(chosen) })}</Text>
        </Card>
      )}
      <View className='book-gap-large'>
        <Section title={t('hallsTitle')} side={hallId ? undefined : anyDistrict}>
          {!nearby.place && !hallId && <View className='book-below'><List><Row lead={<Icon name='place' />} title={t(nearby.asking ? 'locating' : 'byDistance')} note={t('placeWhy')} onPress={nearby.ask} /></List></View>}
          {nearby.failed && <View className='book-below'><Notice>{t('placeFailed')}</Notice></View>}
          {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} />}
          {!data && !failure && <Loading rows={4} />}
          {data?.halls.length === 0 && hallId && <Notice>{t('notInHall')}</Notice>}
          {data?.halls.length === 0 && !hallId && <Empty icon='hall' title={t('hallsNone')} text={t('hallsNoneHow')} action={<Button kind='secondary' onPress={goBack}>{t('change')}</Button>} />}
          {data && data.halls.length > 0 && (
            <List>{data.halls.map((hall) => <HallRow key={`${hall.hallId}/${hall.lineId}`} hall={hall} asOf={data.asOf} nearby={nearby} itemIds={itemIds} />)}</List>
          )}
          {hallId && <View className='book-gap'><Button kind='quiet' onPress={() => openPage('book', { items: itemIds.join(',') })}>{t('otherHall')}</Button></View>}
          {data && data.next !== null && <View className='book-gap'><Button kind='secondary' busy={loading} onPress={more}>{t('more')}</Button></View>}
        </Section>
      </View>
      <Sheet open={choosing} title={t('district')} onClose={() => setChoosing(false)}>
        <Choice
          label={t('district')} value={district ?? 'any'}
          options={[{ value: 'any', label: t('anyDistrict') }, ...districts.map((code) => ({ value: code, label: named(code) }))]}
          onChange={(value) => { setDistrict(districts.find((code) => code === value) ?? null); setChoosing(false) }}
        />
      </Sheet>
    </Page>
  )
}
