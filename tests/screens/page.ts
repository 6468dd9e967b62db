import type { Page } from 'playwright-core'

/** Longer than any answer may be shown as now, and short of what ends a session. */
const UNHEARD_MS = 5 * 60_000

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

/** The network goes, and so long a time passes that nothing on the page may be called “now”. */
export const loseNetwork = async (page: Page): Promise<void> => {
  await page.context().setOffline(true)
  await page.clock.fastForward(UNHEARD_MS)
}
