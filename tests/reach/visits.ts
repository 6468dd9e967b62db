import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { systemClock } from '../../bff/platform/clock'
import type { Locale } from '../support/browser'
import { looks, type Look, type LookName } from '../screens/looks'
import type { Scene } from '../screens/scene'
import type { Shot } from '../screens/shot'
import { beginAnew, bring } from '../screens/take'
import { inPage } from './inPage'

/** Further than the page's clock runs ahead by itself while a machine is busy. */
const SET_FORWARD_MS = 5_000
const QUIET_MS = 120
const SETTLE_MS = 1_000
const LONGEST_MS = 8_000
/** A server that never answers need not be waited for. */
const SILENT_MS = 800

/** Waits until nothing has been asked for a moment and a frame is drawn. A fixed time would be added up over a hundred pages. */
const restOf = (page: Page, longestMs: number): () => Promise<void> => {
  let open = 0
  let changed = systemClock()
  const change = (by: number) => (): void => { open += by; changed = systemClock() }
  page.on('request', change(1))
  page.on('requestfinished', change(-1))
  page.on('requestfailed', change(-1))
  return async () => {
    // A busy machine may be long in reading the scripts before the page asks for anything.
    // The page before lies hidden under the one that was opened.
    await page.locator('.yc-page').locator('visible=true').first().waitFor()
    const begun = systemClock()
    changed = begun
    while ((open > 0 || systemClock() - changed < QUIET_MS) && systemClock() - begun < longestMs) await wait(20)
    if (longestMs > SILENT_MS) await page.waitForFunction(() => [...document.querySelectorAll('[role=status][aria-busy=true]')].every((one) => one.getClientRects().length === 0), undefined, { timeout: LONGEST_MS }).catch(() => undefined)
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)) }))
  }
}

export const lookNamed = (name: LookName): Look => {
  const look = looks.find((one) => one.name === name)
  if (!look) throw new Error(`no look ${name}`)
  return look
}

/** As tall as what is on it, for bars that stay at its edges cover nothing then; what they cover else can be scrolled from under them. */
export const unroll = async (page: Page, width = 390): Promise<void> => {
  await page.setViewportSize({ width, height: 844 })
  const hidden = await inPage(page, () => Math.max(0, ...[document.scrollingElement, ...document.querySelectorAll('.taro_page, .yc-page-scroll')]
    .map((element) => (element instanceof HTMLElement && element.clientHeight > 0 ? element.scrollHeight - element.clientHeight : 0))))
  if (hidden > 0) await page.setViewportSize({ width, height: 844 + hidden })
}

/** Shows one shot after the other to a phone that keeps its cache: a page is there in a fraction of the time of a first visit. */
export interface Visits {
  readonly show: (shot: Shot, look: Look, check: (page: Page) => Promise<string[]>) => Promise<string[]>
  readonly close: () => Promise<void>
}

export const createVisits = (browser: Browser, scene: Scene): Visits => {
  const kept = new Map<Locale, BrowserContext>()
  const contextOf = async (locale: Locale): Promise<BrowserContext> => {
    const known = kept.get(locale)
    if (known) return known
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale, timezoneId: 'America/New_York', reducedMotion: 'reduce' })
    context.setDefaultTimeout(45_000)
    kept.set(locale, context)
    return context
  }
  return {
    show: async (shot, look, check) => {
      const context = await contextOf(look.locale)
      const page = await context.newPage()
      await beginAnew(scene)
      await shot.before?.(scene)
      try {
        await bring(page, scene, shot, look, restOf(page, shot.network === 'silent' ? SILENT_MS : LONGEST_MS))
        await unroll(page)
        const found = await check(page)
        if (found.length === 0) return found
        // On a busy machine one page may still be giving way to the next; what is wrong with a page is so a moment later too.
        await page.waitForTimeout(SETTLE_MS)
        return await check(page)
      } finally {
        // A phone whose time was set forward, or whose network is gone, is of no use to the next.
        const ahead = await page.evaluate<number>('Date.now()').catch(() => Infinity) - scene.clock.now()
        if (ahead > SET_FORWARD_MS || !await page.evaluate(() => navigator.onLine).catch(() => false)) {
          kept.delete(look.locale)
          await context.close()
        } else await page.close()
      }
    },
    close: async () => { for (const context of kept.values()) await context.close() },
  }
}
