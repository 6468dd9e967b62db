import { InboxScreen } from '@/capabilities/messages/inbox/InboxScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const MessagesPage = () => {
  useCallWatch()
  return <InboxScreen />
}

export default MessagesPage
