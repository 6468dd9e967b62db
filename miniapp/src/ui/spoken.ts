import { useCallback } from 'react'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'

type Part = string | false | null | undefined

/** Joins what a screen reader says of one thing, with the punctuation of the language; leaves out what is missing. */
export const useSpoken = (): ((...parts: readonly Part[]) => string) => {
  const t = useText(kitTexts)
  return useCallback((...parts) => parts.filter(Boolean).join(t('comma')), [t])
}
