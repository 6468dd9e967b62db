import { HallScreen } from '@/capabilities/halls/HallScreen'
import { usePresent } from '@/capabilities/presence/usePresent'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { openPage, usePageParam } from '@/platform'
import '@/capabilities/halls/halls.scss'

const Hall = () => {
  const hallId = usePageParam('hall')
  useCallWatch()
  return <HallScreen hallId={hallId} canTake={usePresent(hallId)} onScan={() => openPage('scan', { hall: hallId })} />
}

export default Hall
