import type { Page } from 'playwright-core'

/** What can be worked on a page, as it stands: not what is hidden, disabled, or behind an open dialog. */
const CONTROLS = '[role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], button, a[href], input, textarea, select'

/** Put into a page before it is looked at. */
const prelude = `
globalThis.__name ??= (named) => named
globalThis.topmost = () => [...document.querySelectorAll('[aria-modal="true"], dialog:modal')].filter((one) => one.getClientRects().length > 0).at(-1) ?? document.body
globalThis.controls = () => [...globalThis.topmost().querySelectorAll(${JSON.stringify(CONTROLS)})].filter((one) =>
  one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden' && one.ariaDisabled !== 'true' && !one.matches(':disabled') && one.type !== 'hidden')
globalThis.called = (one) => (one.getAttribute('role') ?? one.tagName.toLowerCase()) + ' ' + JSON.stringify((one.ariaLabel ?? (one.labels?.[0]?.textContent || one.textContent || one.className)).trim().slice(0, 40))
`

declare global {
  /** The dialog that lies over everything, else the page. */
  var topmost: () => HTMLElement
  var controls: () => HTMLElement[]
  /** How a control is spoken of in a finding. */
  var called: (control: HTMLElement) => string
}

/**
 * Runs a function in the page and gives what it found. It may use what is declared above; a TypeScript runner may also wrap
 * named functions by a helper of its own, which no page has.
 */
export const inPage = async <R>(page: Page, find: () => R): Promise<R> => {
  await page.evaluate(prelude)
  return page.evaluate(find)
}
