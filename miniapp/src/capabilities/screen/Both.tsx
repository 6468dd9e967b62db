import type { LocalText } from '@shared/endpoint'
import { textsIn, type Translate } from '@/i18n'
import { screenTexts } from '@/i18n/screen'

const zh = textsIn('zh', screenTexts)
const en = textsIn('en', screenTexts)

/** A text of the screen in both languages: `both((t) => t('scan'))`. */
export const both = (read: (t: Translate<typeof screenTexts>) => string): LocalText => ({ zh: read(zh), en: read(en) })

/** Chinese with English below it. */
export const Both = ({ text, className = '' }: { readonly text: LocalText; readonly className?: string }) => (
  <span className={`screen-both ${className}`}>
    <span lang='zh-CN'>{text.zh}</span>
    <span lang='en'>{text.en}</span>
  </span>
)
