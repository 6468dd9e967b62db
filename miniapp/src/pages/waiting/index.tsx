import { WaitingScreen } from '@/capabilities/appointments/WaitingScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const WaitingPage = () => {
  useCallWatch()
  return <WaitingScreen />
}

export default WaitingPage
