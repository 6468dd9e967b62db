import { GuideScreen } from '@/capabilities/privacy/GuideScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const PrivacyGuidePage = () => {
  useCallWatch()
  return <GuideScreen />
}

export default PrivacyGuidePage
