import type { Act, AtOnce } from './act'
import type { AppConfig } from './builtPackage'
import type { Pages } from './pages'
import type { Phone } from './phone'

/** How the app was started or came back. */
export interface Start { readonly path: string; readonly query?: Readonly<Record<string, string>>; readonly scene: number; readonly referrerInfo?: object }

/** What a call can reach. */
export interface Surroundings { readonly phone: Phone; readonly pages: Pages; readonly app: AppConfig; readonly start: () => Start }

/**
 * What a platform documents, as far as this app and Taro's runtime use it: what a call answers, how it fails, its limits, and
 * what the citizen's permission does to it. What is not in the table is not there for the package either: add it here from the
 * platform's own pages, with what they say it answers, and name the page. WeChat's stand below
 * developers.weixin.qq.com/miniprogram/dev/api, Alipay's below opendocs.alipay.com/mini/api (github.com/AlipayDocs/open-docs).
 */
export interface ApiTable {
  readonly later: Readonly<Record<string, Act>>
  readonly atOnce: Readonly<Record<string, AtOnce>>
  /** Calls that give an object with calls of its own. */
  readonly objects: Readonly<Record<string, Readonly<Record<string, Act>>>>
  /** `onX` calls that take a listener. */
  readonly events: readonly string[]
}

const none = (): object => ({})
/** A phone of 375 × 667. */
const size = { pixelRatio: 2, windowWidth: 375, windowHeight: 603, screenWidth: 375, screenHeight: 667, statusBarHeight: 20 }
const model = { brand: 'test', model: 'test', system: 'iOS 10.3', platform: 'ios' }

/** What the two platforms answer alike. */
export const commonTable = ({ phone, pages, start }: Surroundings): Omit<ApiTable, 'objects'> => {
  // At most ten pages are stacked (wx.navigateTo, my.navigateTo); `pages.ts` refuses the eleventh.
  const move = (how: Parameters<Pages['go']>[0]): Act => ({ url }) => { pages.go(how, String(url)); return {} }
  const system = () => ({ ...size, ...model, language: phone.language, SDKVersion: '3.5.0', version: '8.0.0', fontSizeSetting: 16 })
  return {
    later: {
      navigateTo: move('navigateTo'), redirectTo: move('redirectTo'), reLaunch: move('reLaunch'), switchTab: move('switchTab'),
      navigateBack: ({ delta = 1 }) => { pages.back(Number(delta)); return {} },
      vibrateLong: () => { phone.vibrations += 1; return {} },
      vibrateShort: none, setKeepScreenOn: none, showToast: none, hideToast: none, showLoading: none, hideLoading: none, stopPullDownRefresh: none, pageScrollTo: none,
      openLocation: none, makePhoneCall: none,
    },
    atOnce: {
      getSystemInfoSync: system, getWindowInfo: () => size, getAppBaseInfo: system, getDeviceInfo: () => model,
      getLaunchOptionsSync: start, getEnterOptionsSync: start,
      createSelectorQuery: () => { throw new Error('this host has no sizes to ask for') },
    },
    events: ['onAppShow', 'onAppHide', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onNetworkStatusChange', 'onThemeChange', 'onWindowResize'],
  }
}
