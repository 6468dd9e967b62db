import type { Page } from 'playwright-core'
import { axeFindings, colours } from './axe'
import { toldByColourAlone } from './colourAlone'
import { unreachable } from './controls'
import { misfits } from './fit'
import { keyboardFaults } from './keyboard'
import { turnTo } from '../screens/theme'
import { smallText } from './largeType'
import { unroll } from './visits'

/** What a main control measures at the least, in CSS pixels: everywhere, and in large type (长辈版). */
export const TARGET = 44
const LARGE_TARGET = 60
/** A phone of 390, its type twice as large by the browser's zoom. */
const TWICE = 195

/** What does not fit, cannot be read or cannot be hit. */
const faultsInSize = async (page: Page, { large }: { readonly large: boolean }): Promise<string[]> =>
  [...await misfits(page), ...await unreachable(page, large ? LARGE_TARGET : TARGET), ...(large ? await smallText(page) : [])]

/** Everything that can be wrong with a page as it stands, in whatever look it is. */
export const faultsOf = async (page: Page, look: { readonly large: boolean }): Promise<string[]> =>
  [...await axeFindings(page), ...await faultsInSize(page, look), ...await toldByColourAlone(page)]

/** A page of staff, who work it with a mouse and a keyboard: WCAG's own measure of a target. */
const DESK_TARGET = 24
export const deskFaults = async (page: Page): Promise<string[]> => [
  ...await axeFindings(page), ...await misfits(page), ...await unreachable(page, DESK_TARGET), ...await toldByColourAlone(page), ...await keyboardFaults(page),
]

/** At twice the size everything is still there, readable and within reach, without scrolling sideways. */
export const faultsAtTwice = async (page: Page): Promise<string[]> => {
  await unroll(page, TWICE)
  const found = [...await misfits(page), ...await unreachable(page, TARGET)]
  await unroll(page)
  return found.map((one) => `at twice the size: ${one}`)
}

/** Everything that can be wrong with a page in Chinese and usual type, by light, in the dark, by keyboard and at twice the size. */
export const faultsInUsual = async (page: Page): Promise<string[]> =>
  [...await faultsOf(page, { large: false }), ...await keyboardFaults(page), ...await faultsAtTwice(page), ...await faultsInTheDark(page)]

/** What a theme can change. */
export const faultsInTheDark = async (page: Page): Promise<string[]> => {
  if (await turnTo(page, 'dark') === 0) return ['there is no light page to darken']
  const found = await axeFindings(page, colours)
  await turnTo(page, 'light')
  return found.map((one) => `in the dark: ${one}`)
}
