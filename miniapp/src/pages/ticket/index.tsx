import { TicketScreen } from '@/capabilities/queue/TicketScreen'
import { usePageParam } from '@/platform'

const TicketPage = () => <TicketScreen ticketId={usePageParam('id')} />

export default TicketPage
