import Taro from '@tarojs/taro'
import type { Channel } from '@shared/identity'

/** The channel this build signs in by. */
export const channel: Channel = TARGET === 'weapp' ? 'wechat' : TARGET === 'alipay' ? 'alipay' : 'web'

const alipayCode = (): Promise<string> => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => resolve(authCode), fail: reject })
})

/** A single-use code of the host, good for a session; mini-programs only. Throws when the host gives none. */
export const hostCode = async (): Promise<string> => {
  if (TARGET === 'alipay') return alipayCode()
  const { code } = await Taro.login()
  if (!code) throw new Error('the host gave no code')
  return code
}

/** The web only: leaves for the identity service, which comes back to the sign-in page. */
export const leaveFor = (url: string): void => { window.location.assign(url) }
