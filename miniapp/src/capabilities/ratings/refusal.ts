import type { Language } from '@shared/errors'
import { textsIn } from '@/i18n/text'
import { nextTexts } from '@/i18n/ratings'

type Known = keyof typeof nextTexts
const isKnown = (code: string): code is Known => code in nextTexts

/** What is said of these elsewhere does not fit a rating, so their own sentence stands alone. */
const alone: readonly string[] = ['IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME', 'UNSUPPORTED_MEDIA_TYPE', 'ILLEGAL_STEP']

/** Why it was refused, and what to do next. `message`: the sentence that came with the code. */
export const refusalText = ({ code, message }: { readonly code: string; readonly message: string }, language: Language): string => {
  if (!isKnown(code)) return message
  const next = textsIn(language, nextTexts)(code)
  if (alone.includes(code)) return next
  const ended = /[。.]$/.test(message) ? message : `${message}${language === 'zh' ? '。' : '.'}`
  return `${ended}${language === 'zh' ? '' : ' '}${next}`
}
