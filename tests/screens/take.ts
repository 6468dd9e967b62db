import type { Browser, Page } from 'playwright-core'
import { systemClock } from '../../bff/platform/clock'
import { visit } from '../support/browser'
import type { Look } from './looks'
import { settled, showWhole } from './page'
import type { Scene } from './scene'
import type { Shot } from './shots'

const put = (name: string, value: unknown): [string, string] => [`yichuang.${name}`, JSON.stringify({ data: { version: 1, value } })]

/** What the phone remembers: the look, who is signed in, the scan. */
const memory = (scene: Scene, look: Look, { who, scan = 'fresh' }: Shot): [string, string][] => {
  const token = who === null ? null : who === 'newcomer' || who === 'booker' || who === 'holder' || who === 'follower' ? scene[who].token : scene.visitors[who].citizen.token
  const { presence } = scene.presence
  return [
    put('large', look.large), put('theme', look.dark ? 'dark' : 'light'), put('language', look.language),
    ...(scan === 'none' ? [] : [put(`presence/${scene.presence.hallId}`, { ...scene.presence, receivedAt: systemClock(), presence: scan === 'fresh' ? presence : `${presence.slice(0, -4)}zzzz` })]),
    ...(token === null ? [] : [put('session', { token, name: '演*', expiresAt: systemClock() + 86_400_000 })]),
  ]
}

const setNetwork = async (page: Page, { network }: Shot): Promise<void> => {
  if (network === undefined) return
  await page.route('**/api/**', async (route) => {
    if (network === 'failing') await route.fulfill({ status: 503, contentType: 'text/html', body: 'no upstream' })
  })
}

/** Brings a new page, whose clock is ours, into the state of a shot. A phone that was used before forgets what it knew. */
export const bring = async (page: Page, scene: Scene, shot: Shot, look: Look, rest: (page: Page) => Promise<void> = settled): Promise<void> => {
  await page.addInitScript((entries) => {
    if (sessionStorage.getItem('brought') !== null) return
    sessionStorage.setItem('brought', 'yes')
    localStorage.clear()
    for (const [key, value] of entries) localStorage.setItem(key, value)
  }, memory(scene, look, shot))
  await setNetwork(page, shot)
  await page.goto(`${scene.stack.url}${shot.path(scene)}`)
  await rest(page)
  await shot.act?.(page, scene)
  if (shot.act) await rest(page)
}

/** What a page may report in the states that are brought about on purpose. */
export const expected = /status of [45]\d\d|ERR_INTERNET_DISCONNECTED|navigator\.vibrate/

/** One picture of one screen in one look. Gives the faults the page reported, and those that `check` finds on it. */
export const take = async (browser: Browser, scene: Scene, shot: Shot, look: Look, file: string, check: (page: Page, look: Look) => Promise<string[]>): Promise<string[]> => {
  const { page, context, errors } = await visit(browser, 'phone', look.locale, { dark: look.dark })
  await page.clock.install()
  await shot.before?.(scene)
  try {
    await bring(page, scene, shot, look)
    if (shot.whole) await showWhole(page)
    await page.screenshot({ path: file, scale: 'css' })
    return [...errors.filter((text) => !expected.test(text)), ...await check(page, look)]
  } finally {
    await shot.after?.(scene)
    await context.close()
  }
}
