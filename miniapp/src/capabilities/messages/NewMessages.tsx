import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { messageLinkTexts } from '@/i18n/messageLinks'
import { openPage } from '@/platform'
import { Icon, List, Row } from '@/ui'
import { useUnread } from './useUnread'

/** On the home page: that there are unread messages, and the way to them; nothing when there are none. */
export const NewMessages = () => {
  const t = useText(messageLinkTexts)
  const unread = useUnread() ?? 0
  if (unread === 0) return null
  return <View className='home-messages'><List><Row lead={<Icon name='bell' />} title={t('fresh', { n: unread })} onPress={() => openPage('messages')} /></List></View>
}
