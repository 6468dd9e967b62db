import type { Language } from '@shared/errors'
import { setLanguage } from '@/i18n'
import { phoneLanguage } from '@/platform/phone'
import { isFlag, isOneOf, stored } from '@/platform/storage'
import { setAppearance, type Appearance } from '@/ui'

const language = stored('language', 1, isOneOf('zh', 'en'))
const large = stored('large', 1, isFlag)
const theme = stored('theme', 1, isOneOf('auto', 'light', 'dark'))

/** Applies what the citizen chose before, or what the phone speaks. Once, as the app starts. */
export const startPreferences = (): void => {
  setLanguage(language.read() ?? phoneLanguage())
  setAppearance({ large: large.read() ?? false, theme: theme.read() ?? 'auto' })
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
