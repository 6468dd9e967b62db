import type { Page } from 'playwright-core'

/** Until the web app is kept on the phone and answers this page. */
export const keptOnPhone = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** The paths of everything in the browser's Cache Storage. */
export const kept = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
  return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => new URL(url).pathname)
})

/** Until it is so. Playwright's own waiting takes a promise for a yes. */
export const until = async (page: Page, isSo: () => Promise<boolean>): Promise<void> => {
  while (!await page.evaluate(isSo)) await page.waitForTimeout(100)
}
