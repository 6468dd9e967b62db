import { dateTime } from '@shared/time'

declare const kind: unique symbol
/** A text that was made to fit one kind of a template's field: nothing else can be put into a template. */
export type Field<Kind extends FieldKind = FieldKind> = string & { readonly [kind]: Kind }
export const fieldKinds = ['thing', 'phrase', 'character_string', 'number', 'time', 'date', 'name', 'phone_number', 'letter', 'symbol'] as const
export type FieldKind = (typeof fieldKinds)[number]

const CUT = '…'
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** As WeChat counts: by UTF-16 units, as its own console does. */
const fits = (text: string, most: number): boolean => text.length <= most

/** What fits of a text, ended by “…” when it is not all; never half of what a reader sees as one character. */
export const cut = (text: string, most: number): string => {
  if (fits(text, most)) return text
  let kept = ''
  for (const { segment } of segmenter.segment(text)) {
    if (!fits(kept + segment + CUT, most)) break
    kept += segment
  }
  return `${kept.trimEnd()}${CUT}`
}

const as = <Kind extends FieldKind>(text: string): Field<Kind> => text as Field<Kind>
/** Templates refuse an empty value. */
const filled = (text: string): string => text.replace(/\s+/gu, ' ').trim() || '-'
const HAN = /[^\p{Script=Han}]/gu

/** Any words, 20 characters. */
export const thing = (text: string): Field<'thing'> => as(cut(filled(text), 20))
/** At most five 汉字 and nothing else; throws when there is none. */
export const phrase = (text: string): Field<'phrase'> => {
  const han = text.replace(HAN, '')
  if (han === '') throw new Error('a phrase has no 汉字')
  return as([...han].slice(0, 5).join(''))
}
/** Letters, digits and signs, 32 of them, without Chinese. */
export const characterString = (text: string): Field<'character_string'> => as(filled(text.replace(/[^\x21-\x7e ]/g, '')).slice(0, 32))
/** Digits, 32 at most. Throws for what is no whole number. */
export const number = (value: number): Field<'number'> => {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('a number field takes whole numbers')
  return as(String(value))
}
/** `2019年10月1日 15:01`, in the halls' zone. */
export const time = (at: number): Field<'time'> => as(`${chineseDay(at)} ${dateTime(at).slice(11)}`)
/** `2019年10月1日`, in the halls' zone. */
export const date = (at: number): Field<'date'> => as(chineseDay(at))
/** Ten 汉字, or twenty letters when there is none. */
export const personName = (text: string): Field<'name'> => as(cut(filled(text), /\p{Script=Han}/u.test(text) ? 10 : 20))
/** Digits and signs, 17. */
export const phoneNumber = (text: string): Field<'phone_number'> => as(filled(text.replace(/[^\d+()-]/g, '')).slice(0, 17))
/** Letters, 32. */
export const letter = (text: string): Field<'letter'> => as(filled(text.replace(/[^A-Za-z]/g, '')).slice(0, 32))
/** Signs, five. */
export const symbol = (text: string): Field<'symbol'> => as(filled(text.replace(/[\p{L}\p{N}\s]/gu, '')).slice(0, 5))

const chineseDay = (at: number): string => {
  const [year, month, day] = dateTime(at).slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
