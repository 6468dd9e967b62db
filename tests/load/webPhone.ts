import type { Browser } from 'playwright-core'
import { rememberSignIn } from '../web/remember'

export interface Network { readonly name: string; readonly kilobits: number; readonly upKilobits: number; readonly roundTripMs: number }
/** The first as WebPageTest has it. */
export const NETWORKS: readonly Network[] = [
  { name: '3G', kilobits: 1_600, upKilobits: 768, roundTripMs: 300 },
  { name: 'slow 3G', kilobits: 400, upKilobits: 400, roundTripMs: 400 },
]
/** The processor does as much as one of a fourth of its speed. */
const SLOWER = 4

interface Look { readonly url: string; readonly token?: string; readonly network: Network; /** What must stand there. */ readonly texts: readonly string[] }

/** Milliseconds from the tap on the address until all texts stand on the page, in a browser that was never there. */
export const usefulAfter = async (browser: Browser, { url, token, network, texts }: Look): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  try {
    if (token !== undefined) await rememberSignIn(context, token)
    const page = await context.newPage()
    await page.addInitScript((wanted) => {
      const look = setInterval(() => {
        const text = document.body?.textContent ?? ''
        if (!wanted.every((one) => text.includes(one))) return
        clearInterval(look)
        performance.mark('useful')
      }, 20)
    }, [...texts])
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', {
      offline: false, latency: network.roundTripMs, downloadThroughput: network.kilobits * 125, uploadThroughput: network.upKilobits * 125,
    })
    await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
    await page.waitForFunction(() => performance.getEntriesByName('useful').length > 0, undefined, { timeout: 120_000 })
    return await page.evaluate(() => performance.getEntriesByName('useful')[0]?.startTime ?? Number.NaN)
  } finally {
    await context.close()
  }
}
