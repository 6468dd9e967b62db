import type { Page } from 'playwright-core'
import { inPage } from './inPage'

/** What is chosen or on and looks like what is not, but for its colours: no mark, no weight, no line, no place tells them apart. */
export const toldByColourAlone = (page: Page): Promise<string[]> => inPage(page, () => {
  const isOn = (one: HTMLElement): boolean | null => {
    const state = one.ariaChecked ?? one.ariaSelected ?? one.ariaPressed
    return state === null || state === undefined ? null : state === 'true'
  }
  const shape = (one: HTMLElement): string => [one, ...one.querySelectorAll('*')].map((part) => {
    const { fontWeight, textDecorationLine, borderTopWidth, borderTopStyle, boxShadow, transform, opacity, visibility } = getComputedStyle(part)
    return [part.localName, fontWeight, textDecorationLine, borderTopWidth, borderTopStyle, boxShadow === 'none', transform, opacity, visibility].join()
  }).join(' ')
  const kind = (one: HTMLElement): string => `${one.getAttribute('role') ?? one.localName} ${one.className.replace(/\bis-\S+/g, '').trim()}`
  const marked = controls().flatMap((one) => {
    const on = isOn(one)
    return on === null ? [] : [{ on, kind: kind(one), shape: shape(one), what: called(one) }]
  })
  return marked.filter((one) => one.on && marked.some((other) => !other.on && other.kind === one.kind && other.shape === one.shape)).map(({ what }) => `only its colour tells that this is chosen: ${what}`)
})
