import { useSyncExternalStore } from 'react'
import type { Language } from '@shared/errors'

let current: Language = 'zh'
const listeners = new Set<() => void>()

/** The language of everything shown and of the server's error messages. */
export const currentLanguage = (): Language => current

/** Changes the language at once everywhere. Remembering it is the preferences' matter. */
export const setLanguage = (language: Language): void => {
  if (language === current) return
  current = language
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage, currentLanguage)
