import type { Page } from 'playwright-core'
import { inPage } from './inPage'

/** More stops than any page has: the way round is over before. */
const MOST = 400

interface Stop { readonly id: number | null; readonly what: string; readonly marked: boolean; /** Nothing can be done there, and it is not there to be scrolled or to say why. */ readonly idle: boolean }

/** Numbers everything that Tab should reach, from the top. Of several that belong together, arrows go from one to the next: Tab reaches one. */
const number = (page: Page): Promise<string[]> => inPage(page, () => {
  const oneOfMany = (one: HTMLElement): boolean => {
    if (one instanceof HTMLInputElement && one.type === 'radio') {
      const group = controls().filter((other) => other instanceof HTMLInputElement && other.type === 'radio' && other.name === one.name) as HTMLInputElement[]
      return one !== (group.find(({ checked }) => checked) ?? group[0])
    }
    return one.getAttribute('tabindex') === '-1' && [...one.parentElement?.children ?? []].some((other) => other instanceof HTMLElement && other !== one && other.localName === one.localName && other.tabIndex === 0)
  }
  document.querySelectorAll<HTMLElement>('[data-stop]').forEach((one) => { delete one.dataset.stop })
  return controls().filter((one) => !oneOfMany(one)).map((one, index) => {
    one.dataset.stop = String(index)
    return called(one)
  })
})

/** As whoever has just opened the page, or the dialog, which has taken the focus: a tap before would let Tab go on from there. */
const startAtTop = (page: Page): Promise<void> => inPage(page, () => {
  if (topmost() !== document.body) return
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
})

const focused = (page: Page): Promise<Stop | null> => inPage(page, () => {
  const one = document.activeElement
  if (!(one instanceof HTMLElement) || one === document.body) return null
  const shows = (element: Element | null): boolean => {
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 || boxShadow !== 'none'
  }
  // One that scrolls on a smaller screen is a stop on a larger one too.
  const scrolls = one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1 || /auto|scroll/.test(getComputedStyle(one).overflowY)
  return {
    id: one.dataset.stop === undefined ? null : Number(one.dataset.stop), what: called(one),
    // A field draws it around its frame, a hidden radio around its label.
    marked: shows(one) || shows(one.closest('.yc-field')) || shows(one.closest('label')) || shows(one.nextElementSibling),
    idle: one.dataset.stop === undefined && !scrolls && one.ariaDisabled !== 'true' && !one.matches('[role=region], [role=group], dialog'),
  }
})

/**
 * Goes round the page by Tab: what is left out, what is stopped at though nothing can be done there, what comes out of the order in which it is
 * read, and where nobody sees that it has the focus.
 */
export const keyboardFaults = async (page: Page): Promise<string[]> => {
  const expected = await number(page)
  await startAtTop(page)
  const inDialog = await inPage(page, () => topmost() !== document.body)
  let wentOut = false
  const stops: Stop[] = []
  for (let i = 0; i < MOST; i += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    // A browser's own dialog takes the focus to what it wants to be done first, and lets it out to the browser's bars once on the way round.
    if (stop === null && inDialog && !wentOut) {
      wentOut = true
      continue
    }
    if (stop === null) break
    // A date has parts of its own, from one to the next of which Tab goes.
    if (stop.id !== null && stop.id === stops.at(-1)?.id) continue
    if (stop.id !== null && stops.some(({ id }) => id === stop.id)) break
    stops.push(stop)
  }
  const order = stops.flatMap(({ id }) => (id === null ? [] : [id]))
  // Round it goes: the highest may be followed by the first.
  const turns = order.filter((id, index) => index > 0 && id < order[index - 1]!).length
  return [
    ...expected.flatMap((what, id) => (order.includes(id) ? [] : [`Tab passes over ${what}`])),
    ...stops.filter(({ idle }) => idle).map(({ what }) => `Tab stops at ${what}`),
    ...stops.filter(({ marked, id }) => !marked && id !== null).map(({ what }) => `nothing shows the focus on ${what}`),
    ...order.flatMap((id, index) => (turns > (inDialog ? 1 : 0) && index > 0 && id < order[index - 1]! ? [`${expected[id] ?? ''} comes after ${expected[order[index - 1]!] ?? ''}`] : [])),
  ]
}
