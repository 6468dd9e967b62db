import { CaseOfVisit } from '@/capabilities/cases/CaseOfVisit'
import { TicketScreen } from '@/capabilities/queue/TicketScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const TicketPage = () => {
  const ticketId = usePageParam('id')
  // This one the page follows by itself; another may be called meanwhile.
  useCallWatch({ except: ticketId })
  return <TicketScreen ticketId={ticketId} caseOfVisit={<CaseOfVisit ticketId={ticketId} />} />
}

export default TicketPage
