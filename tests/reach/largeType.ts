import type { Page } from 'playwright-core'
import { inPage } from './inPage'

/** Text smaller than 18 CSS pixels, and text of several lines set closer than 1.3. */
export const smallText = (page: Page): Promise<string[]> => inPage(page, () => {
  const found = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = node.parentElement
    const text = (node.textContent ?? '').trim()
    if (!within || !text || within.closest('script, style') || within.clientWidth === 1 || within.closest('.yc-spoken') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter(({ width }) => width > 1)
    if (rects.length === 0 || getComputedStyle(within).visibility === 'hidden') continue
    const { fontSize, lineHeight } = getComputedStyle(within)
    const size = Number.parseFloat(fontSize)
    if (size < 18) found.add(`${JSON.stringify(text.slice(0, 30))} is ${size} px`)
    const lines = new Set(rects.map(({ top }) => Math.round(top))).size
    const line = lineHeight === 'normal' ? 1.2 : Number.parseFloat(lineHeight) / size
    if (lines > 1 && line < 1.295) found.add(`${JSON.stringify(text.slice(0, 30))} is set at ${line.toFixed(2)}`)
  }
  return [...found]
})
