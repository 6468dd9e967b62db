import { dateTime } from '@shared/time'
import type { Translate } from '@/i18n'
import type { codeTexts, fieldTexts, heldTexts } from '@/i18n/myData'

export interface HeldWords {
  readonly say: Translate<typeof heldTexts>
  readonly field: (name: string) => string
  /** What a code stands for, e.g. `wechat`; itself when it is none that people should not meet. */
  readonly code: (value: string) => string
  readonly language: 'zh' | 'en'
}
export interface HeldField { readonly label: string; readonly value: string }
export type FieldName = keyof typeof fieldTexts
export type CodeName = keyof typeof codeTexts

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Milliseconds of our age; a smaller number is a number. */
const EARLIEST = Date.UTC(2000, 0, 1)

/** Fields that hold a code. */
const CODED: readonly string[] = ['kind', 'by', 'channel', 'way']
/** Fields that hold an instant, by their names. */
const INSTANT = /^(at|until|asOf|checkInFrom)$|(At|Until|Before)$/

const valueOf = (name: string, value: unknown, words: HeldWords): string => {
  if (value === null || value === undefined || value === '') return words.say('nothing')
  if (typeof value === 'boolean') return words.say(value ? 'yes' : 'no')
  if (typeof value === 'number') return value >= EARLIEST && INSTANT.test(name) ? dateTime(value) : String(value)
  if (typeof value === 'string' && CODED.includes(name)) return words.code(value)
  if (typeof value === 'string') return /^20\d{6}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : value
  if (Array.isArray(value)) return value.length === 0 ? words.say('nothing') : value.map((one: unknown) => valueOf(name, one, words)).join(words.language === 'zh' ? '、' : ', ')
  if (!isObject(value)) return words.say('nothing')
  const own = value[words.language]
  if (typeof own === 'string' && Object.keys(value).every((key) => key === 'zh' || key === 'en')) return own
  return heldFields(value, words).map(({ label, value: text }) => `${label} ${text}`).join(words.language === 'zh' ? '；' : '; ')
}

/** A record as people read it: every field of it, none left out, whatever its shape. */
export const heldFields = (record: Readonly<Record<string, unknown>>, words: HeldWords): HeldField[] =>
  Object.entries(record).map(([name, value]) => ({ label: words.field(name), value: valueOf(name, value, words) }))
