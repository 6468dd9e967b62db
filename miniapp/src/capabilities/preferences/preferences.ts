import { useSyncExternalStore } from 'react'
import type { Language } from '@shared/errors'
import { setLanguage } from '@/i18n'
import { phoneLanguage } from '@/platform/phone'
import { isFlag, isOneOf, stored } from '@/platform/storage'
import { setAppearance, useAppearance, type Appearance } from '@/ui'

const language = stored('language', 1, isOneOf('zh', 'en'))
const large = stored('large', 1, isFlag)
const theme = stored('theme', 1, isOneOf('auto', 'light', 'dark'))
const aloud = stored('aloud', 1, isFlag)

let chosenAloud: boolean | null = null
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
const setAloud = (next: boolean | null): void => {
  chosenAloud = next
  listeners.forEach((listener) => listener())
}

/** Applies what the citizen chose before, or what the phone speaks. Once, as the app starts. */
export const startPreferences = (): void => {
  setLanguage(language.read() ?? phoneLanguage())
  setAppearance({ large: large.read() ?? false, theme: theme.read() ?? 'auto' })
  setAloud(aloud.read())
}

export const chooseLanguage = (next: Language): void => {
  setLanguage(next)
  language.write(next)
}

export const chooseLarge = (next: boolean): void => {
  setAppearance({ large: next })
  large.write(next)
}

export const chooseTheme = (next: Appearance['theme']): void => {
  setAppearance({ theme: next })
  theme.write(next)
}

/** Whether one's place in the line is to be said aloud: as chosen, else with large type. */
export const useAloud = (): boolean => {
  const { large: inLarge } = useAppearance()
  return useSyncExternalStore(subscribe, () => chosenAloud, () => chosenAloud) ?? inLarge
}

export const chooseAloud = (next: boolean): void => {
  setAloud(next)
  aloud.write(next)
}
