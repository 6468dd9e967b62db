import { MyAppointmentsScreen } from '@/capabilities/appointments/MyAppointmentsScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const AppointmentsPage = () => {
  useCallWatch()
  return <MyAppointmentsScreen />
}

export default AppointmentsPage
