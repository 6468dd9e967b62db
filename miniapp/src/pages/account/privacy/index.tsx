import { PrivacyScreen } from '@/capabilities/privacy/PrivacyScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const PrivacyPage = () => {
  useCallWatch()
  return <PrivacyScreen />
}

export default PrivacyPage
