import { HallsScreen } from '@/capabilities/halls/HallsScreen'
import { MainTabs } from '@/capabilities/navigation/MainTabs'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import '@/capabilities/halls/halls.scss'

const Halls = () => {
  useCallWatch()
  return <HallsScreen tabs={<MainTabs current='halls' />} />
}

export default Halls
