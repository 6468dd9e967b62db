import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../../../scripts/chromium.mjs'
import { freePort } from '../../../scripts/port.mjs'
import { FLAGS } from '../../support/chromiumFlags'
import { memoryOf } from '../remember'

export interface FreshBrowser { readonly port: number; readonly close: () => Promise<void> }

/** A Chromium without a past, that a tool may speak to at `port`; signed in at the place of `url` when a token is given. */
export const openFresh = async (url: string, token?: string): Promise<FreshBrowser> => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('no Chromium: run npm test, which installs it, or set CHROMIUM_PATH')
  const profile = await mkdtemp(path.join(tmpdir(), 'yichuang-browser-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: [...FLAGS, `--remote-debugging-port=${port}`], locale: 'zh-CN', viewport: null })
  if (token !== undefined) {
    const page = await context.newPage()
    // A place where nothing of the app is: whatever it loaded would be there already when it is measured.
    await page.goto(new URL('/nothing-is-here', url).href)
    await page.evaluate((entries) => { for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value) }, memoryOf(token))
    await page.close()
  }
  return {
    port,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
