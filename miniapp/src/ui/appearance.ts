import { useSyncExternalStore } from 'react'

export interface Appearance {
  /** Large type (长辈版): text by 1.375, targets of 60. */
  readonly large: boolean
  /** `auto` follows the phone. */
  readonly theme: 'auto' | 'light' | 'dark'
}

let current: Appearance = { large: false, theme: 'auto' }
const listeners = new Set<() => void>()

export const currentAppearance = (): Appearance => current

/** Changes how every page looks, at once. Remembering it is the preferences' matter. */
export const setAppearance = (change: Partial<Appearance>): void => {
  current = { ...current, ...change }
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, currentAppearance, currentAppearance)
