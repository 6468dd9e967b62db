import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { hallTexts } from '@/i18n/halls'
import { openTab } from '@/platform'
import { Button, Empty, ErrorState, Loading, Notice, Section, useAppearance } from '@/ui'
import { HallList } from './HallList'
import { useNearbyPlace } from './place'
import { useNearestHalls } from './search'

const SHOWN = 4
/** In large type fewer things stand on a page. */
const SHOWN_LARGE = 2

/** A few halls with their live waits: the nearest, if the citizen lets us know where they are. */
export const NearbyHalls = () => {
  const t = useText(hallTexts)
  const { place, state, ask } = useNearbyPlace()
  const { large } = useAppearance()
  const { data, heardAt, failure, loading, reload } = useNearestHalls(place, SHOWN)
  const sort = !place && <Button kind='quiet' small icon='place' busy={state === 'asking'} onPress={ask}>{t(state === 'asking' ? 'locating' : 'byDistance')}</Button>
  return (
    <Section title={t(place ? 'nearby' : 'everywhere')} side={sort}>
      {(state === 'refused' || state === 'unavailable') && (
        <View className='halls-note'><Notice>{t(state === 'refused' ? 'placeRefused' : 'placeUnavailable')}</Notice></View>
      )}
      {data && data.halls.length > 0 && <HallList halls={large ? data.halls.slice(0, SHOWN_LARGE) : data.halls} heardAt={heardAt} failed={failure !== null} />}
      {data && data.halls.length === 0 && <Empty icon='hall' title={t('none')} />}
      {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} />}
      {!data && !failure && <Loading rows={2} />}
      {data && <View className='halls-more'><Button kind='secondary' onPress={() => openTab('halls')}>{t('all')}</Button></View>}
    </Section>
  )
}
