import Taro from '@tarojs/taro'
import type { Language } from '@shared/errors'

const spoken = (): string => {
  if (TARGET === 'h5') return navigator.language
  try {
    // WeChat warns of the older call, Alipay knows no other.
    const { language } = TARGET === 'weapp' ? Taro.getAppBaseInfo() : Taro.getSystemInfoSync()
    return language ?? ''
  } catch { return '' }
}

/** The phone's language if it is English; Chinese otherwise, as most visitors of a hall read it. */
export const phoneLanguage = (): Language => (/^en/i.test(spoken()) ? 'en' : 'zh')
