import { AppointmentScreen } from '@/capabilities/appointments/AppointmentScreen'
import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { presences } from '@/capabilities/presence/api'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import * as rush from '@/capabilities/rush/api'
import { usePageParam } from '@/platform'

const AppointmentPage = () => {
  const appointmentId = usePageParam('id')
  const allow = useAllow()
  useCallWatch()
  return <AppointmentScreen key={appointmentId} appointmentId={appointmentId} fresh={usePageParam('fresh') === '1'} presences={presences} rush={rush} allow={() => allow('book')} />
}

export default AppointmentPage
