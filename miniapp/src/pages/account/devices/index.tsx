import { DevicesScreen } from '@/capabilities/devices/DevicesScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const DevicesPage = () => {
  useCallWatch()
  return <DevicesScreen />
}

export default DevicesPage
