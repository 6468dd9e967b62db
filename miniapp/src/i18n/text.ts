import { useCallback } from 'react'
import type { LocalText } from '@shared/endpoint'
import type { Language } from '@shared/errors'
import { useLanguage } from './language'

/** A text in both languages. English may name one thing differently from many; `{n}` decides. */
export interface Entry { readonly zh: string; readonly en: string | { readonly one: string; readonly other: string } }
export type Texts = Readonly<Record<string, Entry>>

type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never
/** Nothing for a plain text; for one with `{name}` in it, a value for each name. */
type Values<E extends Entry> = [Placeholder<E['zh']>] extends [never] ? [] : [values: Readonly<Record<Placeholder<E['zh']>, string | number>>]

export type Translate<T extends Texts> = <K extends keyof T & string>(key: K, ...values: Values<T[K]>) => string

/** The texts of one area of the app. The type asks for both languages. */
export const defineTexts = <const T extends Texts>(texts: T): T => texts

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** The function that reads an area's texts in a language, for code outside of a component. */
export const textsIn = <T extends Texts>(language: Language, texts: T): Translate<T> => (key, ...rest) => {
  const entry: Entry | undefined = texts[key]
  if (!entry) return key
  const values: Readonly<Record<string, string | number>> = rest[0] ?? {}
  if (language === 'zh') return fill(entry.zh, values)
  if (typeof entry.en === 'string') return fill(entry.en, values)
  return fill(Number(values.n) === 1 ? entry.en.one : entry.en.other, values)
}

/** The texts of an area in the language now chosen; renders anew when that changes. */
export const useText = <T extends Texts>(texts: T): Translate<T> => {
  const language = useLanguage()
  return useCallback<Translate<T>>((key, ...values) => textsIn(language, texts)(key, ...values), [language, texts])
}

/** Reads a text that came from the server in both languages. */
export const useLocalText = (): ((text: LocalText) => string) => {
  const language = useLanguage()
  return useCallback((text: LocalText) => text[language], [language])
}
