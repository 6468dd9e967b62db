import type { Browser, Page } from 'playwright-core'
import type { BuiltPackage } from '../host/builtPackage'
import { viewProgram } from './bundle'
import type { PageConfig, EaselWindow, ViewConfig } from './protocol'
import { stylesOf } from './styles'

/** `faults` is what the framework or the browser had against it. */
export interface Drawn { readonly page: Page; readonly faults: readonly string[] }

/** What a phone shows of a page: drawn once, in a real browser, with the package's own styles. Nothing on it answers. */
export const drawInChromium = async (browser: Browser, built: BuiltPackage, config: ViewConfig, shown: PageConfig): Promise<Drawn> => {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true })
  const faults: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  page.on('pageerror', ({ message }) => { faults.push(message) })
  await page.setContent(`<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${stylesOf(built, shown.path)}</style><body></body></html>`)
  await page.evaluate(() => { Object.assign(window, { easelEvent: () => undefined, easelFault: (message: string) => { reportError(new Error(message)) } }) })
  await page.evaluate(viewProgram())
  await page.evaluate(([start, open]) => {
    const { easel } = window as unknown as EaselWindow
    easel.start(start)
    easel.open(open)
  }, [JSON.stringify(config), JSON.stringify(shown)] as const)
  return { page, faults }
}
