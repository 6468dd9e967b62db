import type { Locale } from '../support/browser'

/** The ways in which everything on the phone is looked at; each by light and in the dark. */
export interface Look { readonly name: string; readonly locale: Locale; readonly language: 'zh' | 'en'; readonly large: boolean }

export const looks = [
  { name: 'zh', locale: 'zh-CN', language: 'zh', large: false },
  { name: 'en', locale: 'en-GB', language: 'en', large: false },
  { name: 'zh-large', locale: 'zh-CN', language: 'zh', large: true },
  { name: 'en-large', locale: 'en-GB', language: 'en', large: true },
] as const satisfies readonly Look[]
export type LookName = (typeof looks)[number]['name']

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What a look is called in a theme: its own name by light, `-dark` behind it in the dark. */
export const nameIn = (look: string, theme: Theme): string => (theme === 'dark' ? `${look}-dark` : look)
