import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import { quietly } from './quietly'

let online = true
let watching = false
const listeners = new Set<() => void>()
const change = (next: boolean): void => {
  if (next === online) return
  online = next
  listeners.forEach((listener) => listener())
}

const watch = (): void => {
  if (watching) return
  watching = true
  if (TARGET === 'h5') {
    change(navigator.onLine)
    window.addEventListener('online', () => change(true))
    window.addEventListener('offline', () => change(false))
    return
  }
  // WeChat says none, Alipay says NOTREACHABLE.
  quietly(async () => change(!/^(none|notreachable)$/i.test((await Taro.getNetworkType()).networkType)))
  quietly(() => Taro.onNetworkStatusChange(({ isConnected }) => change(isConnected)))
}

const subscribe = (listener: () => void): (() => void) => {
  watch()
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** Whether the phone has a network, as far as it knows itself. */
export const isOnline = (): boolean => online
export const useOnline = (): boolean => useSyncExternalStore(subscribe, isOnline, isOnline)
