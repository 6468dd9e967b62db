import { defineTexts } from './text'

/** The few words the kit itself says. */
export const kitTexts = defineTexts({
  retry: { zh: '再试一次', en: 'Try again' },
  back: { zh: '返回', en: 'Back' },
  /** The place at the bottom that holds a page's main action. */
  foot: { zh: '下一步', en: 'Next step' },
  close: { zh: '关闭', en: 'Close' },
  loading: { zh: '正在加载', en: 'Loading' },
  slow: { zh: '比平时慢，还在取，请稍等', en: 'Slower than usual: still trying' },
  busy: { zh: '请稍候', en: 'One moment' },
  /** The number in a line of its own: people read it out. */
  request: { zh: '问题编号\n{id}', en: 'Reference\n{id}' },
  requestHint: { zh: '咨询服务台时可报此编号', en: 'Quote it at the service desk' },
  offline: { zh: '网络已断开，恢复后会自动更新', en: 'You are offline. This will update once you are back' },
  troubled: { zh: '暂时取不到新情况，恢复后会自动更新', en: 'We cannot get news right now. This will update once we can' },
  troubledSince: { zh: '暂时取不到新情况，以下是 {time} 的', en: 'We cannot get news right now. This is how it was at {time}' },
  offlineSince: { zh: '网络已断开，以下是 {time} 的情况', en: 'You are offline. This is how it was at {time}' },
  endedTitle: { zh: '这里的登录已结束', en: 'You are signed out here' },
  endedHow: {
    zh: '可能是很久没用，或在别的设备上退出了这里。您的号和预约都还在，重新登录就能看到。',
    en: 'It was not used for long, or you signed this device out from another. Your numbers and appointments are still there: sign in again to see them.',
  },
  signIn: { zh: '去登录', en: 'Sign in' },
  less: { zh: '减少', en: 'Less' },
  more: { zh: '增加', en: 'More' },
  characters: { zh: '已写 {n} / {max} 字', en: '{n} of {max} characters' },
  /** Between the parts of what a screen reader says of one thing. */
  comma: { zh: '，', en: ', ' },
  colon: { zh: '：', en: ': ' },
  step: { zh: '第 {n} 步，共 {total} 步', en: 'Step {n} of {total}' },
})
