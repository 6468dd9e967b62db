import Taro from '@tarojs/taro'
import { quietly } from './quietly'

/** Opens the phone's keypad with a number in it; the citizen presses call. */
export const dial = (phoneNumber: string): void => quietly(() => Taro.makePhoneCall({ phoneNumber }))
