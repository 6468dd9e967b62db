import { useEffect } from 'react'
import { useLanguage } from '@/i18n'
import { hush, speak } from '@/platform/speech'

/** Says aloud where one stands in the line, and the call, each time it changes; for those who wished it. `said` is empty while it may be old. */
export const useSpokenPlace = (said: string, aloud: boolean): void => {
  const language = useLanguage()
  useEffect(() => { if (aloud && said !== '') speak(said, language) }, [said, aloud, language])
  useEffect(() => hush, [])
}
