import { CaseOfVisit } from '@/capabilities/cases/CaseOfVisit'
import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { SetOutPart } from '@/capabilities/messages/departure/SetOutPart'
import { useAloud } from '@/capabilities/preferences/preferences'
import { TicketScreen } from '@/capabilities/queue/TicketScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const TicketPage = () => {
  const ticketId = usePageParam('id')
  const allow = useAllow()
  const aloud = useAloud()
  // This one the page follows by itself; another may be called meanwhile.
  useCallWatch({ except: ticketId })
  return (
    <TicketScreen
      ticketId={ticketId} aloud={aloud} caseOfVisit={<CaseOfVisit ticketId={ticketId} />}
      departure={<SetOutPart ticketId={ticketId} allow={() => allow('leave', ticketId)} />}
    />
  )
}

export default TicketPage
