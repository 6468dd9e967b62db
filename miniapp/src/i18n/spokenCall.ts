import type { LocalText } from '@shared/endpoint'
import { defineTexts, textsIn } from './text'

export const spokenTexts = defineTexts({
  call: { zh: '请{number}到{window}', en: 'Number {number}, please go to {window}' },
  soundOn: { zh: '语音播报已开启', en: 'Spoken calls are on' },
})
const zh = textsIn('zh', spokenTexts)
const en = textsIn('en', spokenTexts)

/** What is said for one call, in the order it is said. */
export interface Spoken { readonly lang: 'zh-CN' | 'en-US'; readonly text: string }

const ZH = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

const digitsIn = (digits: string, words: readonly string[], between: string): string =>
  [...digits].map((digit) => words[Number(digit)] ?? digit).join(between)

/** 5 → 五, 12 → 十二, 20 → 二十; from 100 on, and with leading zeros, digit by digit as rooms are read. */
const countZh = (digits: string): string => {
  const value = Number(digits)
  if (digits.startsWith('0') || value > 99) return digitsIn(digits, ZH, '')
  if (value < 10) return digitsIn(digits, ZH, '')
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : ZH[tens] ?? ''}十${value % 10 === 0 ? '' : ZH[value % 10] ?? ''}`
}

/** A040 → “A零四零号”: always digit by digit, so that nobody mistakes 40 for 14. */
export const numberZh = (number: string): string => `${number.replace(/\d+/g, (digits) => digitsIn(digits, ZH, ''))}号`

/** A040 → “A, zero four zero”. */
export const numberEn = (number: string): string => number.replace(/\d+/g, (digits) => `, ${digitsIn(digits, EN, ' ')}`)

/** Both announcements of a call: Chinese first, then English. */
export const spokenCall = (number: string, windowName: LocalText): readonly Spoken[] => [
  { lang: 'zh-CN', text: zh('call', { number: numberZh(number), window: windowName.zh.replace(/\d+/g, countZh) }) },
  { lang: 'en-US', text: en('call', { number: numberEn(number), window: windowName.en }) },
]

/** Said when the sound is turned on, so that one hears that it works. */
export const spokenSoundOn = (): readonly Spoken[] => [{ lang: 'zh-CN', text: zh('soundOn') }, { lang: 'en-US', text: en('soundOn') }]
