import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RateScreen } from '@/capabilities/ratings/RateScreen'
import { usePageParam } from '@/platform'

const RatePage = () => {
  useCallWatch()
  return <RateScreen ticketId={usePageParam('id')} />
}

export default RatePage
