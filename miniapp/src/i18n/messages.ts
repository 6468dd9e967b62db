import { defineTexts } from './text'

/** The inbox. */
export const inboxTexts = defineTexts({
  title: { zh: '消息', en: 'Messages' },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  fresh: { zh: '新', en: 'New' },
  none: { zh: '还没有消息', en: 'No messages yet' },
  noneHow: { zh: '叫号、预约提醒、办件进展会出现在这里。', en: 'Calls, reminders of appointments and news of your cases appear here.' },
  older: { zh: '看更早的', en: 'Show older ones' },
  olderFailed: { zh: '没有取到更早的消息', en: 'Older messages could not be fetched' },
  end: { zh: '没有更早的了', en: 'There is nothing older' },
  settings: { zh: '消息设置', en: 'Message settings' },
  settingsNote: { zh: '要哪些、什么时候发、免打扰', en: 'Which, when, and quiet hours' },
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  signInWhy: { zh: '登录后才能看到发给您的消息。', en: 'You need to sign in to see your messages.' },
  failed: { zh: '暂时看不到消息', en: 'Your messages cannot be shown right now' },
  failedHow: { zh: '消息都还在，请再试一次。', en: 'They are all still there. Please try again.' },
})
