import { systemClock } from '../../bff/platform/clock'
import type { Browser, Page } from 'playwright-core'
import { visit } from '../support/browser'
import type { Look } from './looks'
import type { Scene } from './scene'

type Visitor = keyof Scene['visitors'] | null
interface Shot {
  readonly name: string
  readonly title: string
  readonly who: Visitor
  readonly path: (scene: Scene) => string
  /** Done on the page before the picture. */
  readonly act?: (page: Page) => Promise<void>
  /** The whole page, not just what the phone shows at once. */
  readonly whole?: boolean
}

const ticket = (who: Exclude<Visitor, null>) => (scene: Scene): string => `/pages/ticket/index?id=${scene.visitors[who].ticketId}`

/** Every screen of the phone, in the states people meet. */
export const shots: readonly Shot[] = [
  { name: 'home', title: 'Home, with a live number', who: 'waiting', path: () => '/' },
  { name: 'home-new', title: 'Home, not signed in', who: null, path: () => '/' },
  { name: 'home-offline', title: 'Home, the network gone', who: 'waiting', path: () => '/', act: (page) => page.context().setOffline(true) },
  { name: 'halls', title: 'Halls', who: null, path: () => '/pages/halls/index' },
  { name: 'hall', title: 'A hall', who: null, path: () => '/pages/hall/index?hall=demo', whole: true },
  { name: 'scan-refused', title: 'A forged code', who: null, path: () => '/s/rdemo.zzzzzz.AAAAAAAAAAAA' },
  { name: 'take', title: 'Prepare and take, after the scan', who: 'finished', path: () => '/pages/take/index?hall=demo' },
  { name: 'take-item', title: 'What to bring', who: 'finished', path: () => '/pages/take/index?hall=demo&item=residence-permit', whole: true },
  { name: 'take-before', title: 'Before the scan', who: null, path: () => '/pages/take/index?hall=tianhe' },
  { name: 'sign-in', title: 'Sign in', who: null, path: () => '/pages/sign-in/index' },
  { name: 'ticket', title: 'Waiting', who: 'waiting', path: ticket('waiting') },
  { name: 'called', title: 'Called', who: 'called', path: ticket('called') },
  { name: 'serving', title: 'Being served', who: 'serving', path: ticket('serving') },
  { name: 'missed', title: 'Missed', who: 'missed', path: ticket('missed') },
  { name: 'finished', title: 'Finished', who: 'finished', path: ticket('finished') },
  { name: 'not-mine', title: 'Somebody else’s number', who: 'waiting', path: ticket('called') },
  { name: 'rate', title: 'Rate', who: 'finished', path: (scene) => `/pages/rate/index?id=${scene.visitors.finished.ticketId}` },
  {
    name: 'rate-bad', title: 'Rate, dissatisfied', who: 'finished', path: (scene) => `/pages/rate/index?id=${scene.visitors.finished.ticketId}`, whole: true,
    act: (page) => page.getByRole('radio').nth(3).tap(),
  },
  { name: 'rated', title: 'Rated', who: 'rated', path: (scene) => `/pages/rate/index?id=${scene.visitors.rated.ticketId}` },
  { name: 'me', title: 'Me', who: 'waiting', path: () => '/pages/me/index', whole: true },
]

const put = (name: string, value: unknown): [string, string] => [`yichuang.${name}`, JSON.stringify({ data: { version: 1, value } })]

/** What the phone remembers: the look, who is signed in, the scan. */
const memory = (scene: Scene, look: Look, who: Visitor): [string, string][] => [
  put('large', look.large), put('theme', look.dark ? 'dark' : 'light'), put(`presence/${scene.presence.hallId}`, scene.presence),
  ...(who ? [put('session', { token: scene.visitors[who].citizen.token, name: '演*', expiresAt: systemClock() + 86_400_000 })] : []),
]

/** One picture of one screen in one look. Gives the faults the page reported. */
export const take = async (browser: Browser, scene: Scene, shot: Shot, look: Look, file: string): Promise<string[]> => {
  const { page, context, errors } = await visit(browser, 'phone', look.locale, { dark: look.dark })
  await context.addInitScript((entries) => { for (const [key, value] of entries) localStorage.setItem(key, value) }, memory(scene, look, shot.who))
  await page.goto(`${scene.stack.url}${shot.path(scene)}`)
  await settled(page)
  await shot.act?.(page)
  if (shot.act) await settled(page)
  await page.screenshot({ path: file, scale: 'css', fullPage: shot.whole ?? false })
  await context.close()
  return errors.filter((text) => !/status of 4\d\d|ERR_INTERNET_DISCONNECTED|navigator\.vibrate/.test(text))
}

/** Until no skeleton stands there any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForTimeout(500)
}
