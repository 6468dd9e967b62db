import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { districtTexts, hallTexts } from '@/i18n/halls'
import { useOnline, usePageTitle } from '@/platform'
import { Button, Choice, Empty, ErrorState, Icon, List, Loading, Notice, OfflineBar, Page, Row, Sheet, TextField, useRested, useSpoken } from '@/ui'
import { HallList } from './HallList'
import { useNearbyPlace } from './place'
import { useHallSearch } from './search'

type District = keyof typeof districtTexts
const districts = Object.keys(districtTexts) as District[]
const TYPING_RESTS_MS = 350

/** Every hall: by name, by district, by distance. */
export const HallsScreen = ({ tabs }: { tabs: ReactNode }) => {
  const t = useText(hallTexts)
  const named = useText(districtTexts)
  const spoken = useSpoken()
  const online = useOnline()
  const [text, setText] = useState('')
  const [district, setDistrict] = useState<District | null>(null)
  const [choosing, setChoosing] = useState(false)
  const nearby = useNearbyPlace()
  const rested = useRested(text, TYPING_RESTS_MS)
  const found = useHallSearch({ text: rested, district, near: nearby.place })
  usePageTitle(t('halls'))

  const clear = (): void => { setText(''); setDistrict(null) }
  const stale = found.heardAt !== null && (!online || found.failure !== null)
  return (
    <Page title={t('halls')} tabs={tabs} banner={stale && found.heardAt !== null && <OfflineBar troubled={online && found.failure?.code !== 'OFFLINE'} since={clockTime(found.heardAt)} />}>
      <View className='halls-tools'>
        <View className='halls-search'>
          <TextField quiet icon='search' label={t('search')} placeholder={t('searchHint')} value={text} maxLength={40} onChange={setText} onSubmit={() => undefined} />
        </View>
        <Button kind='secondary' small label={spoken(t('district'), district ? named(district) : t('anyDistrict'))} onPress={() => setChoosing(true)}>
          {district ? named(district) : t('anyDistrict')}
        </Button>
      </View>
      {!nearby.place && (
        <View className='halls-sort'>
          <List><Row lead={<Icon name='place' />} title={t(nearby.state === 'asking' ? 'locating' : 'byDistance')} note={t('placeWhy')} onPress={nearby.ask} /></List>
        </View>
      )}
      {(nearby.state === 'refused' || nearby.state === 'unavailable') && (
        <View className='halls-note'><Notice>{t(nearby.state === 'refused' ? 'placeRefused' : 'placeUnavailable')}</Notice></View>
      )}
      {!found.data && found.failure && <ErrorState message={found.failure.message} requestId={found.failure.requestId} busy={found.loading} onRetry={found.reload} />}
      {!found.data && !found.failure && <Loading rows={5} />}
      {found.data && found.data.halls.length === 0 && (
        <Empty icon='search' title={t('none')} text={t('noneHint')} action={<Button kind='secondary' onPress={clear}>{t('clear')}</Button>} />
      )}
      {found.data && found.data.halls.length > 0 && <HallList halls={found.data.halls} heardAt={found.heardAt} failed={found.failure !== null} />}
      {found.moreFailure && <View className='halls-more'><Notice tone='error'>{t('moreFailed', { why: found.moreFailure.message })}</Notice></View>}
      {found.data && found.data.next !== null && (
        <View className='halls-more'><Button kind='secondary' busy={found.loadingMore} onPress={found.more}>{t('more')}</Button></View>
      )}
      <Sheet open={choosing} title={t('district')} onClose={() => setChoosing(false)}>
        <Choice
          label={t('district')} value={district ?? 'any'}
          options={[{ value: 'any', label: t('anyDistrict') }, ...districts.map((code) => ({ value: code, label: named(code) }))]}
          onChange={(chosen) => { setDistrict(districts.find((code) => code === chosen) ?? null); setChoosing(false) }}
        />
      </Sheet>
    </Page>
  )
}
