import { BookScreen } from '@/capabilities/appointments/BookScreen'
import { itemsOf } from '@/capabilities/appointments/itemsChosen'
import { distanceInWords } from '@/capabilities/halls/distance'
import { useNearbyPlace } from '@/capabilities/halls/place'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { useText } from '@/i18n'
import { hallTexts } from '@/i18n/halls'
import { usePageParam } from '@/platform'

const BookPage = () => {
  const t = useText(hallTexts)
  const { place, state, ask } = useNearbyPlace()
  useCallWatch()
  const nearby = { place, asking: state === 'asking', failed: state === 'refused' || state === 'unavailable', ask, inWords: (metres: number) => distanceInWords(metres, t) }
  return <BookScreen itemIds={itemsOf(usePageParam('items'))} hallId={usePageParam('hall')} nearby={nearby} />
}

export default BookPage
