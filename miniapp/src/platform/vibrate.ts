import Taro from '@tarojs/taro'
import { quietly } from './quietly'

/** Whether this phone can make itself felt. A desk's browser knows the call but has nothing to move; an iPhone's does not know it. */
export const canVibrate = (): boolean =>
  TARGET !== 'h5' || (typeof navigator.vibrate === 'function' && navigator.maxTouchPoints > 0)

/** Makes itself felt for about a second, where the phone can; silent otherwise. */
export const vibrate = (): void => {
  if (TARGET === 'h5') {
    if (typeof navigator.vibrate === 'function') navigator.vibrate([400, 200, 400])
    return
  }
  quietly(() => Taro.vibrateLong())
}
