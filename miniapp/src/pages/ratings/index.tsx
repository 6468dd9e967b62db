import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RatingsScreen } from '@/capabilities/ratings/RatingsScreen'

const RatingsPage = () => {
  useCallWatch()
  return <RatingsScreen />
}

export default RatingsPage
