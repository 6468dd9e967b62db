import { WaitingScreen } from '@/capabilities/appointments/WaitingScreen'
import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const WaitingPage = () => {
  const allow = useAllow()
  useCallWatch()
  return <WaitingScreen allow={(appointmentId) => allow('book', appointmentId)} />
}

export default WaitingPage
