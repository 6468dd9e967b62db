import type { Page } from 'playwright-core'
import { inPage } from './inPage'

export interface Control { readonly what: string; readonly width: number; readonly height: number; /** Nothing lies over its middle once it is scrolled to. */ readonly free: boolean; readonly onScreen: boolean }

/** Everything on the page that can be worked now, as large as it is to a finger: a field that has a label around it is as large as that. */
export const controlsOf = (page: Page): Promise<Control[]> => inPage(page, () => {
  const width = document.documentElement.clientWidth
  return controls().map((one) => {
    const target = one.closest('label') ?? one
    target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    const box = target.getBoundingClientRect()
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return {
      what: called(one), width: Math.round(box.width * 10) / 10, height: Math.round(box.height * 10) / 10,
      free: at !== null && target.contains(at), onScreen: box.left >= -1 && box.right <= width + 1,
    }
  })
})

/** Controls that are covered, beyond the edge, or smaller than `least` CSS pixels either way. */
export const unreachable = async (page: Page, least: number): Promise<string[]> => (await controlsOf(page)).flatMap(({ what, width, height, free, onScreen }) => [
  ...(free ? [] : [`${what} is covered`]), ...(onScreen ? [] : [`${what} reaches beyond the screen's edge`]),
  ...(Math.min(width, height) >= least - 0.6 ? [] : [`${what} is ${width} × ${height}, less than ${least}`]),
])
