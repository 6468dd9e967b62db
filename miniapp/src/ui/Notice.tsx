import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { meaning } from './accessible'
import { Icon, type IconName } from './Icon'

type NoticeTone = 'info' | 'attention' | 'error' | 'done'
const icons: Record<NoticeTone, IconName> = { info: 'info', attention: 'warning', error: 'warning', done: 'check' }
interface NoticeProps { readonly children: string; readonly tone?: NoticeTone; readonly title?: string; readonly action?: ReactNode }

/** Something to know on this page. Errors interrupt a screen reader; the rest wait their turn. */
export const Notice = ({ children, tone = 'info', title, action }: NoticeProps) => (
  <View className={`yc-notice is-${tone}`} {...meaning({ role: tone === 'error' ? 'alert' : 'status' })}>
    <Icon name={icons[tone]} />
    <View className='yc-notice-main'>
      {title && <Text className='yc-notice-title'>{title}</Text>}
      <Text className='yc-notice-text'>{children}</Text>
      {action}
    </View>
  </View>
)
