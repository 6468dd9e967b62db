import { HallsScreen } from '@/capabilities/halls/HallsScreen'
import { MainTabs } from '@/capabilities/navigation/MainTabs'
import '@/capabilities/halls/halls.scss'

const Halls = () => <HallsScreen tabs={<MainTabs current='halls' />} />

export default Halls
