import type { Language } from '@shared/errors'

/** Whether this device can say something aloud. Browsers can; WeChat and Alipay lend a mini-program no voice. */
export const canSpeak = (): boolean => TARGET === 'h5' && typeof window !== 'undefined' && 'speechSynthesis' in window

/** Stops saying what is being said. */
export const hush = (): void => { if (canSpeak()) window.speechSynthesis.cancel() }

/** Says this instead of what was being said. A browser that wants a touch first stays silent; what is said always stands on the page too. */
export const speak = (text: string, language: Language): void => {
  if (!canSpeak()) return
  hush()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
  utterance.rate = 0.9
  window.speechSynthesis.speak(utterance)
}
