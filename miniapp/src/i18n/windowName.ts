import type { LocalText } from '@shared/endpoint'
import { defineTexts, textsIn } from './text'

/** A window known by its number only. */
export const windowTexts = defineTexts({ numbered: { zh: '{id}号窗口', en: 'Window {id}' } })

/** A window's sign: what stands in brackets is for reading close up, not for finding the way. */
export const shortName = (name: string): string => name.replace(/\s*[（(].*$/, '') || name

/** What a window is called, in both languages; one without a name still reads as a window. */
export const signOf = (name: LocalText | null | undefined, windowId: string): LocalText => name
  ? { zh: shortName(name.zh), en: shortName(name.en) }
  : { zh: textsIn('zh', windowTexts)('numbered', { id: windowId }), en: textsIn('en', windowTexts)('numbered', { id: windowId }) }
