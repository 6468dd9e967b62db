import { defineTexts } from './text'

/** The ways to the messages, on pages of the main package. */
export const messageLinkTexts = defineTexts({
  title: { zh: '消息', en: 'Messages' },
  unread: { zh: '{n} 条未读', en: '{n} unread' },
  settings: { zh: '消息设置', en: 'Message settings' },
  settingsNote: { zh: '要哪些、什么时候发、免打扰', en: 'Which, when, and quiet hours' },
  fresh: { zh: '{n} 条新消息', en: { one: '{n} new message', other: '{n} new messages' } },
})
