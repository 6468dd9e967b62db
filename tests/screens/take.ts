import type { Browser, Page } from 'playwright-core'
import { visit } from '../support/browser'
import type { Look, Theme } from './looks'
import { putBack } from './memory'
import { settled, showWhole, steady, stopClock } from './page'
import type { Scene } from './scene'
import type { Shot } from './shot'
import { turnTo } from './theme'

const put = (name: string, value: unknown): [string, string] => [`yichuang.${name}`, JSON.stringify({ data: { version: 1, value } })]
const HOUR = 3_600_000

const tokenOf = (scene: Scene, who: Shot['who']): string | null => {
  switch (who) {
    case null: return null
    case 'revoked': return 'r'.repeat(43)
    case 'newcomer': case 'booker': case 'holder': case 'follower': return scene[who].token
    case 'latecomer': return scene.latecomer.citizen.token
    case 'joined': return scene.joined?.citizen.token ?? null
    default: return scene.visitors[who].citizen.token
  }
}

const scanOf = ({ presence, clock }: Scene, scan: Shot['scan']) => {
  switch (scan) {
    case 'none': return null
    case 'forged': return { ...presence, receivedAt: clock.now(), presence: `${presence.presence.slice(0, -4)}zzzz` }
    case 'over': return { ...presence, receivedAt: clock.now() - HOUR, expiresAt: clock.now() - HOUR }
    default: return { ...presence, receivedAt: clock.now() }
  }
}

/** What the phone remembers: the look, who is signed in, the scan. */
const memory = (scene: Scene, look: Look, { who, scan }: Shot): [string, string][] => {
  const token = tokenOf(scene, who)
  const scanned = scanOf(scene, scan)
  return [
    put('large', look.large), put('theme', 'light'), put('language', look.language),
    ...(scanned === null ? [] : [put(`presence/${scanned.hallId}`, scanned)]),
    ...(token === null ? [] : [put('holder', '演*'), put('session', { token, name: '演*', expiresAt: scene.clock.now() + 24 * HOUR })]),
  ]
}

const setNetwork = async (page: Page, { network }: Shot): Promise<void> => {
  if (network === undefined) return
  await page.route('**/api/**', async (route) => {
    if (network === 'gone') await route.abort('internetdisconnected')
    if (network === 'failing') await route.fulfill({ status: 503, contentType: 'text/html', body: 'no upstream' })
  })
}

/** Until the page stands still; one that is never answered has its bones at once, and by and by would give up. */
const ready = (page: Page, { network }: Shot): Promise<void> => (network === 'silent' ? page.waitForTimeout(1_000) : settled(page))

/** Everything as it was when the scene was set. */
export const beginAnew = async (scene: Scene): Promise<void> => {
  scene.clock.stop()
  scene.joined = null
  await putBack(scene.stack.redis, scene.memory)
}

/**
 * Brings a new page into the state of a shot. A phone that was used before forgets what it knew.
 * @param rest waits until the page stands still
 */
export const bring = async (page: Page, scene: Scene, shot: Shot, look: Look, rest: (page: Page) => Promise<void> = (one) => ready(one, shot)): Promise<void> => {
  await page.addInitScript((entries) => {
    if (sessionStorage.getItem('brought') !== null) return
    sessionStorage.setItem('brought', 'yes')
    localStorage.clear()
    for (const [key, value] of entries) localStorage.setItem(key, value)
  }, memory(scene, look, shot))
  await stopClock(page, scene.clock.now())
  await setNetwork(page, shot)
  await page.goto(`${scene.stack.url}${shot.path(scene)}`)
  await rest(page)
  await shot.act?.(page, scene)
  if (shot.act) await rest(page)
}

/** What a page may report in the states that are brought about on purpose. */
const expected = /status of [45]\d\d|ERR_INTERNET_DISCONNECTED|error occurred when fetching the script|navigator\.vibrate/

interface Taken { readonly pictures: Readonly<Record<Theme, Buffer>>; readonly errors: readonly string[] }

const draw = (page: Page): Promise<Buffer> => page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' })

/** One screen in one look, by light and in the dark; the faults the page reported, and those that `check` finds on it. */
export const take = async (browser: Browser, scene: Scene, shot: Shot, look: Look, check: (page: Page, look: Look) => Promise<string[]>): Promise<Taken> => {
  await beginAnew(scene)
  await shot.before?.(scene)
  const { page, context, errors } = await visit(browser, 'phone', look.locale)
  try {
    await bring(page, scene, shot, look)
    if (shot.whole) await showWhole(page)
    await steady(page)
    const light = await draw(page)
    await turnTo(page, 'dark')
    const dark = await draw(page)
    await turnTo(page, 'light')
    return { pictures: { light, dark }, errors: [...errors.filter((text) => !expected.test(text)), ...await check(page, look)] }
  } finally {
    await context.close()
  }
}
