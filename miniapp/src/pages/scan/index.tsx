import { useRouter } from '@tarojs/taro'
import { appointmentForScan } from '@/capabilities/appointments/scanLeadsTo'
import { ScanScreen } from '@/capabilities/presence/ScanScreen'
import { usePageParam } from '@/platform'
import { launchQuery } from '@/platform/launch'

const ScanPage = () => {
  // Raw on purpose: how often a value is encoded depends on who handed it over, which shared/link.ts knows.
  const { params } = useRouter()
  return <ScanScreen query={launchQuery(params)} hallId={usePageParam('hall')} appointmentFor={appointmentForScan} />
}

export default ScanPage
