import { RateScreen } from '@/capabilities/ratings/RateScreen'
import { usePageParam } from '@/platform'

const RatePage = () => <RateScreen ticketId={usePageParam('id')} />

export default RatePage
