import { SettingsScreen } from '@/capabilities/messages/settings/SettingsScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const MessageSettingsPage = () => {
  useCallWatch()
  return <SettingsScreen />
}

export default MessageSettingsPage
