import { CallLogScreen } from '@/capabilities/calls/CallLogScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const CallsPage = () => {
  useCallWatch()
  return <CallLogScreen hallId={usePageParam('hall')} number={usePageParam('number')} />
}

export default CallsPage
