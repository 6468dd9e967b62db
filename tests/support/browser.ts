import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from '../../scripts/chromium.mjs'
import { FLAGS } from './chromiumFlags'

const WEB_APP = path.resolve(__dirname, '../../miniapp/dist/h5/index.html')

export type Locale = 'zh-CN' | 'en-GB'
export interface Visitor { readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }

/** Rejects with what to run when the browser or the built web app is missing. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('no Chromium: run npm test, which installs it, or set CHROMIUM_PATH')
  if (!existsSync(WEB_APP)) throw new Error('the web app is not built: run npm run build:h5')
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS] })
}

/** The devices people use, as separate as separate devices. What goes wrong on a page is collected, not swallowed. */
const devices = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
  tv: { viewport: { width: 1920, height: 1080 } },
} as const

export const visit = async (browser: Browser, device: keyof typeof devices, locale: Locale = 'zh-CN', options: { readonly dark?: boolean } = {}): Promise<Visitor> => {
  const context = await browser.newContext({ ...devices[device], locale, colorScheme: options.dark ? 'dark' : 'light', timezoneId: 'America/New_York' })
  const page = await context.newPage()
  // A step takes a moment; on a busy machine it may take long.
  page.setDefaultTimeout(45_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // The browser reports every 4xx answer, and that nothing vibrates before the first tap; whether a page deals with it rightly is seen on the page.
    if (message.type() === 'error' && !/server responded with a status of 4\d\d|Blocked call to navigator.vibrate/.test(message.text())) errors.push(message.text())
  })
  return { page, context, errors }
}

/** Waits until a text stands on the page where an eye can see it. */
export const see = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).locator('visible=true').first().waitFor()

/**
 * On the page to sign in: agrees to the privacy guide and signs in as a demo citizen, known by their name. `keepIdNumber`: agrees
 * to that too, without which nobody has a real name.
 */
export const signInAs = async (phone: Page, name: string | RegExp, { keepIdNumber = false } = {}): Promise<void> => {
  await phone.getByRole('checkbox', { name: /^我已阅读并同意/ }).tap()
  if (keepIdNumber) await phone.getByRole('checkbox', { name: /^同意加密保存/ }).tap()
  await phone.getByRole('button', { name: '统一身份认证登录' }).tap()
  await phone.getByRole('button', { name }).tap()
}

/** For a test file: one browser for all its tests. */
export const useBrowser = (): (() => Browser) => {
  let browser: Browser | undefined
  beforeAll(async () => { browser = await openBrowser() }, 60_000)
  afterAll(async () => { await browser?.close() })
  return () => {
    if (!browser) throw new Error('the browser runs only within a test')
    return browser
  }
}
