import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RatingScreen } from '@/capabilities/ratings/RatingScreen'
import { usePageParam } from '@/platform'

const RatingPage = () => {
  const ratingId = usePageParam('id')
  useCallWatch()
  return <RatingScreen key={ratingId} ratingId={ratingId} />
}

export default RatingPage
