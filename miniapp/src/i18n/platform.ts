import { defineTexts } from './text'

/** What the phone itself has to say, without a server. */
export const platformTexts = defineTexts({
  offline: { zh: '网络连接不上，请检查网络后再试。', en: 'We cannot reach the network. Please check your connection and try again.' },
})
