import Taro from '@tarojs/taro'
import { browserName } from './browserName'

/** The contract's limit (shared/identity.ts). */
const LONGEST = 60

const fromBrowser = (): string => browserName(navigator.userAgent)
const fromHost = (): string => {
  // WeChat warns of the older call, Alipay knows no other.
  const { model, system } = TARGET === 'weapp' ? Taro.getDeviceInfo() : Taro.getSystemInfoSync()
  return [model, system].filter(Boolean).join(' · ')
}
const read = TARGET === 'h5' ? fromBrowser : fromHost

/** What this device is called in the list of where one is signed in, e.g. “iPhone 15 · iOS 19.1”; empty when it does not say. */
export const deviceName = (): string => {
  try {
    // Makers write all sorts of things; only what the list can show goes out.
    return read().replace(/[^\x20-\x7e\u00b7\u4e00-\u9fff]|[<>]/g, '').slice(0, LONGEST).trim()
  } catch { return '' }
}
