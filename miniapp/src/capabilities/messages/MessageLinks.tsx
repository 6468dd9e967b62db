import { useText } from '@/i18n'
import { messageLinkTexts } from '@/i18n/messageLinks'
import { openPage, useSession } from '@/platform'
import { Icon, List, Row, Section, Tag, useSpoken } from '@/ui'
import { useUnread } from './useUnread'

/** The ways to my messages and their settings; says how many are unread. */
export const MessageLinks = () => {
  const t = useText(messageLinkTexts)
  const spoken = useSpoken()
  const session = useSession()
  const unread = useUnread() ?? 0
  if (!session) return null
  const count = unread > 0 ? t('unread', { n: unread }) : null
  return (
    <Section>
      <List>
        <Row lead={<Icon name='bell' />} title={t('title')} side={count ? <Tag tone='action'>{count}</Tag> : undefined} label={spoken(t('title'), count)} onPress={() => openPage('messages')} />
        <Row lead={<Icon name='clock' />} title={t('settings')} note={t('settingsNote')} onPress={() => openPage('message-settings')} />
      </List>
    </Section>
  )
}
