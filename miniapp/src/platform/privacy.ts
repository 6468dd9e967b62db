import Taro from '@tarojs/taro'
import { pageUrl } from './navigate'
import { quietly } from './quietly'

/** The id of the button whose tap tells WeChat that the guide was agreed to: it asks for it by this name. */
export const AGREE_BUTTON = 'agree-privacy'

type Answer = Parameters<Parameters<typeof wx.onNeedPrivacyAuthorization>[0]>[0]
const asking = new Set<Answer>()

/**
 * For the app alone: when WeChat holds a call back until its privacy guide is agreed to, ours is opened, which has the button
 * for it. Other hosts have no such thing; older ones of WeChat's neither.
 */
export const watchPrivacy = (): void => {
  if (TARGET !== 'weapp') return
  quietly(() => wx.onNeedPrivacyAuthorization((resolve) => {
    asking.add(resolve)
    resolve({ event: 'exposureAuthorization' })
    // A guide that cannot be shown was not agreed to; else what was held back would hang for ever.
    Taro.navigateTo({ url: pageUrl('privacy-guide') }).catch(() => answerPrivacy(false))
  }))
}

/** Whether the host holds something back until the guide is agreed to. */
export const isPrivacyAsked = (): boolean => asking.size > 0

/** The citizen has read the guide and decided; what the host held back goes on, or ends. Agreed only after a tap on the button. */
export const answerPrivacy = (agreed: boolean): void => {
  asking.forEach((resolve) => quietly(() => resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' })))
  asking.clear()
}

/** Whether the host keeps a declaration of its own, checked with its operators, and notes who agreed: WeChat does, since 2.32.3. */
export const hostKeepsGuide = (): boolean => TARGET === 'weapp' && typeof wx.requirePrivacyAuthorize === 'function'

const askWechat = (): Promise<boolean> => new Promise((resolve) => {
  if (!hostKeepsGuide()) { resolve(true); return }
  wx.requirePrivacyAuthorize?.({ success: () => resolve(true), fail: () => resolve(false) })
})

/** Whether the host lets us read personal things, asking the citizen where it has a way of its own to; true where it has none. */
export const hostAllowsPrivacy: () => Promise<boolean> = TARGET === 'weapp' ? askWechat : () => Promise.resolve(true)

/** Shows the host's own declaration, beside our guide. */
export const openHostGuide = (): void => quietly(() => wx.openPrivacyContract({}))
