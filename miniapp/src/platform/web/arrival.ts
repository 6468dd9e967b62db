const HEADING = '[role="heading"][aria-level="1"]'
const seen = (element: Element): boolean => element.getClientRects().length > 0

/** What had the focus on a page when it was covered; the element goes with its page. */
const left = new WeakMap<object, HTMLElement>()
let arrived = false

/** A page is covered by another: `page` is anything that stands for it. */
export const leavePage = (page: object): void => {
  const focus = document.activeElement
  if (focus instanceof HTMLElement && focus !== document.body) left.set(page, focus)
}

const LOOK_EVERY_MS = 50
const LOOKS = 30

/** Once the router has done moving: while it slides one page over the other, both can be seen, and what goes takes the focus with it. */
const whenAlone = (looks: number, then: () => void): void => {
  setTimeout(() => {
    const pages = [...document.querySelectorAll('.taro_page')].filter(seen)
    if (looks > 0 && (pages.length !== 1 || document.querySelectorAll(HEADING).length === 0)) whenAlone(looks - 1, then)
    else then()
  }, LOOK_EVERY_MS)
}

/**
 * A page of the app was opened or come back to. A browser would leave the focus on what is gone, and a screen reader would say nothing: it goes to
 * where it was left, else to the page's heading. Not on the first page, which a browser reads by itself.
 */
export const arriveAtPage = (page: object): void => {
  const first = !arrived
  arrived = true
  if (first) return
  whenAlone(LOOKS, () => {
    // A dialog that is open already has taken the focus for itself.
    if (document.activeElement?.closest('[aria-modal="true"]')) return
    const before = left.get(page)
    const target = before?.isConnected && seen(before) ? before : [...document.querySelectorAll<HTMLElement>(HEADING)].find(seen)
    target?.focus({ preventScroll: true })
  })
}
