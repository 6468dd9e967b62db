import type { Bulletin } from '@shared/bulletins'
import type { Language } from '@shared/errors'
import { startOfDay } from '@shared/time'

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' }),
}

/** The days a bulletin is about, with their year: it is printed and filed. */
export const periodName = ({ from, to }: Pick<Bulletin, 'from' | 'to'>, language: Language): string => {
  const [first, last] = [from, to].map((day) => formats[language].format(startOfDay(day))) as [string, string]
  return from === to ? first : `${first} – ${last}`
}

/** Whole and tenth points between two shares, as shown: above zero it rose. */
export const pointsBetween = (before: number, now: number): number => (Math.round(now * 1000) - Math.round(before * 1000)) / 10
