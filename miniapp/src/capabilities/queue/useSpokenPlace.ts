import { useEffect, useRef } from 'react'
import { useLanguage } from '@/i18n'
import { hush, speak } from '@/platform/speech'

/** Says aloud where one stands in the line, and the call, each time it changes; for those who wished it. `said` is empty while it may be old. */
export const useSpokenPlace = (said: string, aloud: boolean): void => {
  const language = useLanguage()
  const last = useRef('')
  useEffect(() => {
    // What was old for a moment and is confirmed is no news.
    if (!aloud || said === '' || said === last.current) return
    last.current = said
    speak(said, language)
  }, [said, aloud, language])
  useEffect(() => hush, [])
}
