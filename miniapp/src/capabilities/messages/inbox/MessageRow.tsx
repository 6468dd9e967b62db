import { Text, View } from '@tarojs/components'
import type { Message } from '@shared/messages'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { inboxTexts } from '@/i18n/messages'
import { openPage } from '@/platform'
import { classes, Icon, meaning, pressable, Tag, useSpoken } from '@/ui'
import { leadsTo } from './leadsTo'

/** One message; a tap opens what it is about, where there is such a page. New ones say so. */
export const MessageRow = ({ message }: { message: Message }) => {
  const t = useText(inboxTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const { at, read } = message
  const title = local(message.title)
  const text = local(message.text)
  const to = leadsTo(message.page)
  const open = to ? () => openPage(to.page, to.params) : undefined
  return (
    <View
      className={classes('yc-row', open && 'yc-pressable', !read && 'is-fresh')}
      {...meaning(open ? { role: 'link', readout: spoken(!read && t('fresh'), title, text, clockTime(at)) } : {})} {...pressable(open)}
    >
      <View className='yc-row-main'>
        <View className='message-head'>
          {!read && <Tag tone='action'>{t('fresh')}</Tag>}
          <Text className='message-title'>{title}</Text>
          <Text className='message-time'>{clockTime(at)}</Text>
        </View>
        <Text className='message-text'>{text}</Text>
      </View>
      {open && <Icon name='next' />}
    </View>
  )
}
