import Taro from '@tarojs/taro'
import { quietly } from './quietly'

/** Makes itself felt for about a second, where the phone can; silent otherwise. */
export const vibrate = (): void => {
  if (TARGET === 'h5') {
    if (typeof navigator.vibrate === 'function') navigator.vibrate([400, 200, 400])
    return
  }
  quietly(() => Taro.vibrateLong())
}
