import type { BrowserContext, Page } from 'playwright-core'
import type { SceneClock } from './clock'

/** Longer than any answer may be shown as now, and short of what ends a session. */
const UNHEARD_MS = 5 * 60_000
/** Longer than anybody waits without a word, and short of giving up. */
const LONG_MS = 3_500

/** Until no skeleton stands there any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
  await page.waitForTimeout(500)
}

/** As tall as what scrolls in it, for the page scrolls inside of the window. */
export const showWhole = async (page: Page): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 390, height: 844 }
  const hidden = await page.evaluate(() => Math.max(0, ...[document.scrollingElement, ...document.querySelectorAll('.taro_page, .yc-page-scroll')]
    .map((element) => (element instanceof HTMLElement && element.clientHeight > 0 ? element.scrollHeight - element.clientHeight : 0))))
  await page.setViewportSize({ width, height: height + hidden })
  await page.waitForTimeout(300)
}

/** What each page's clock shows. */
const shown = new WeakMap<Page, number>()
const setClock = async (page: Page, at: number): Promise<void> => {
  shown.set(page, at)
  await page.clock.setFixedTime(at)
}

/** A context has one clock for all its pages. */
const clocks = new WeakSet<BrowserContext>()

/** The page's clock stands still at an instant, while its timers run: what is said of the time is the same at every run. */
export const stopClock = async (page: Page, at: number): Promise<void> => {
  if (!clocks.has(page.context())) await page.clock.install({ time: at })
  clocks.add(page.context())
  await setClock(page, at)
}

/** So much later by the page's clock, and by the server's where one is named, with everything that falls due meanwhile. */
export const passTime = async (page: Page, milliseconds: number, server?: SceneClock): Promise<void> => {
  server?.pass(milliseconds)
  await setClock(page, (shown.get(page) ?? 0) + milliseconds)
  await page.clock.fastForward(milliseconds)
}

/** The network goes, and so long a time passes that nothing on the page may be called “now”. */
export const loseNetwork = async (page: Page): Promise<void> => {
  await page.context().setOffline(true)
  await passTime(page, UNHEARD_MS)
}

/** Until a page that is still waiting for its first answer has said so. */
export const waitLong = (page: Page): Promise<void> => passTime(page, LONG_MS)

/** Stands in for what is drawn at random: it must not make two pictures differ. */
export const steady = (page: Page): Promise<void> => page.evaluate(() => {
  const codes = new Map<string, string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { currentNode } = texts
    currentNode.nodeValue = (currentNode.nodeValue ?? '')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '2f6c1e08-7a54-4b3d-9c21-5d8e0a7b4f36')
      .replace(/\bd[a-z0-9]{20}\b/g, 'd0h3k9q2m7x5v8b1n4c6d')
      // The code of an appointment stands alone, or has a digit and a letter.
      .replace(/^[A-Z0-9]{6}$|\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6}\b/g, (code) => {
        codes.set(code, codes.get(code) ?? `${'7X5V8B2KD9QF'.slice(codes.size % 8)}7X5V8B`.slice(0, 6))
        return codes.get(code) ?? code
      })
  }
})
