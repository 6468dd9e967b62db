import { CaseOfVisit } from '@/capabilities/cases/CaseOfVisit'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RateScreen } from '@/capabilities/ratings/RateScreen'
import { usePageParam } from '@/platform'

const RatePage = () => {
  const ticketId = usePageParam('id')
  useCallWatch()
  return <RateScreen ticketId={ticketId} caseOfVisit={<CaseOfVisit ticketId={ticketId} />} />
}

export default RatePage
