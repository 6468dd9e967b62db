import type { Locale } from '../support/browser'

/** The ways in which every screen of the phone is looked at. */
export interface Look { readonly name: string; readonly locale: Locale; readonly language: 'zh' | 'en'; readonly large: boolean; readonly dark: boolean }

export const looks = [
  { name: 'zh', locale: 'zh-CN', language: 'zh', large: false, dark: false },
  { name: 'en', locale: 'en-GB', language: 'en', large: false, dark: false },
  { name: 'zh-large', locale: 'zh-CN', language: 'zh', large: true, dark: false },
  { name: 'en-large', locale: 'en-GB', language: 'en', large: true, dark: false },
  { name: 'zh-dark', locale: 'zh-CN', language: 'zh', large: false, dark: true },
] as const satisfies readonly Look[]
export type LookName = (typeof looks)[number]['name']

/** A state of a screen whose usual looks are seen elsewhere. */
export const stateLooks: readonly LookName[] = ['zh', 'en']
/** A screen that is not among the main ones. */
export const usualLooks: readonly LookName[] = ['zh', 'en', 'zh-large', 'zh-dark']
