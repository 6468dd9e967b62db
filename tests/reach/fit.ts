import type { Page } from 'playwright-core'
import { inPage } from './inPage'

/** Text that does not fit: wider than the screen, cut off by what holds it, spilling out of its control, or under other text. */
export const misfits = (page: Page): Promise<string[]> => inPage(page, () => {
  const found: string[] = []
  const width = document.documentElement.clientWidth
  const said = (text: string): string => JSON.stringify(text.trim().slice(0, 40))
  /** For screen readers only: one pixel large on purpose. */
  const unseen = (element: Element | null): boolean => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one)
      if (style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0' || one.clientHeight === 1 && one.clientWidth === 1) return true
    }
    return false
  }
  if (document.documentElement.scrollWidth > width + 1) found.push(`the page is ${document.documentElement.scrollWidth} wide on a screen of ${width}`)

  const texts: { text: string; rect: DOMRect; layer: Element | null; within: Element }[] = []
  const walker = document.createTreeWalker(topmost(), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    const within = node.parentElement
    if (!within || !text.trim() || within.closest('script, style, option') || unseen(within)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1)
    if (rects.length === 0) continue
    let layer: Element | null = null
    let scrolls = false
    /** Through which it is seen, where not all of it is at once. */
    const windows: DOMRect[] = []
    for (let one: Element | null = within; one; one = one.parentElement) {
      const style = getComputedStyle(one)
      if (!layer && /fixed|sticky/.test(style.position)) layer = one
      const box = one.getBoundingClientRect()
      // What can be scrolled to is not lost.
      if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1 && one !== document.documentElement && one !== document.body && !one.matches('.taro_page, .yc-page-scroll')) scrolls = true
      if (/auto|scroll/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1) windows.push(box)
      const clipsX = /hidden|clip/.test(style.overflowX)
      const clipsY = /hidden|clip/.test(style.overflowY)
      if (one !== document.body && one !== document.documentElement && rects.some((rect) =>
        clipsX && !scrolls && (rect.right > box.right + 1 || rect.left < box.left - 1) || clipsY && (rect.bottom > box.bottom + rect.height * 0.2 || rect.top < box.top - rect.height * 0.2))) {
        found.push(`${said(text)} is cut off by .${one.className}`)
        break
      }
      if (one.matches('.yc-pressable, button, a') && rects.some((rect) => rect.right > box.right + 1 || rect.left < box.left - 1 || rect.bottom > box.bottom + 3 || rect.top < box.top - 3)) {
        found.push(`${said(text)} spills out of .${one.className}`)
        break
      }
    }
    if (!scrolls && rects.some((rect) => rect.right > width + 1 || rect.left < -1)) found.push(`${said(text)} reaches beyond the screen's edge`)
    // What a font leaves free over and under its letters may well lie over another line's.
    const letters = Number.parseFloat(getComputedStyle(within).fontSize) * 0.75
    rects.filter((rect) => windows.every((box) => rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1)).forEach((rect) => texts.push({ text, rect: new DOMRect(rect.x, rect.y + (rect.height - letters) / 2, rect.width, letters), layer, within }))
  }
  texts.forEach((one, index) => texts.slice(index + 1).forEach((other) => {
    if (one.layer !== other.layer || one.within === other.within) return
    const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
    const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
    const smaller = Math.min(one.rect.width * one.rect.height, other.rect.width * other.rect.height)
    if (across > 0 && down > 0 && across * down > smaller * 0.25) found.push(`${said(one.text)} lies over ${said(other.text)}`)
  }))
  return [...new Set(found)]
})
