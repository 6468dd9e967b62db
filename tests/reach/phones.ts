import type { Browser, Page } from 'playwright-core'
import { visit, type Visitor } from '../support/browser'

const FAR = 4_102_444_800_000

/** A phone that remembers things from before: who is signed in, and settings by their names. */
export const phoneWith = async (browser: Browser, token: string | null, settings: Readonly<Record<string, unknown>> = {}): Promise<Visitor> => {
  const visitor = await visit(browser, 'phone')
  const held = { ...settings, ...(token !== null && { session: { token, name: '演*', expiresAt: FAR } }) }
  await visitor.context.addInitScript((entries) => {
    for (const [key, value] of entries) if (localStorage.getItem(key) === null) localStorage.setItem(key, value)
  }, Object.entries(held).map(([name, value]) => [`yichuang.${name}`, JSON.stringify({ data: { version: 1, value } })] as const))
  return visitor
}

const MOST = 60
const nameOfFocus = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '')

/** Goes to a control by Tab alone. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = []
  for (let i = 0; i < MOST; i += 1) {
    await page.keyboard.press('Tab')
    const at = await nameOfFocus(page)
    if (name.test(at)) return
    passed.push(at)
  }
  throw new Error(`Tab never reached ${String(name)}; it passed ${passed.join(' | ')}`)
}

/** Waits until what has the focus goes by this name. */
export const focusOn = async (page: Page, name: string): Promise<void> => {
  await page.waitForFunction((wanted) => {
    const focus = document.activeElement
    return focus !== document.body && (focus?.getAttribute('aria-label') ?? focus?.textContent?.trim() ?? '').startsWith(wanted)
  }, name)
}
