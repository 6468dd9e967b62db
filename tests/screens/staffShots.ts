import type { Browser, Page } from 'playwright-core'
import { errorTable } from '@shared/errors'
import { visit } from '../support/browser'
import { PASSWORD } from '../support/people'
import type { Album } from './album'
import { dayEnds, pauseHall } from './happenings'
import { loseNetwork, passTime, settled, showWhole, steady, stopClock } from './page'
import type { Scene } from './scene'
import { beginAnew } from './take'

type Staff = 'clerk' | 'supervisor' | 'operator'
export interface StaffShot {
  readonly name: string
  readonly title: string
  /** The console, the supervisors' pages, or the hall's screen on its wall. */
  readonly on: 'console' | 'supervision' | 'screen'
  /** Who signs in; nobody does at the hall's screen. */
  readonly who: Staff | null
  readonly act: (page: Page, scene: Scene) => Promise<void>
  readonly whole?: boolean
}

const signIn = async (page: Page, account: string): Promise<void> => {
  await page.locator('input').nth(0).fill(account)
  await page.locator('input').nth(1).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('.console-form').waitFor({ state: 'detached' })
  await settled(page)
}
const chooseOwnWindow = (page: Page): Promise<void> => page.getByRole('button', { name: /您正在使用|You are here/ }).first().click()
const chooseHall = (page: Page): Promise<void> => page.getByRole('button', { name: /演示大厅|Demo Hall/ }).first().click()
/** The second window, where somebody is being served. */
const chooseSecond = (page: Page): Promise<void> => page.getByRole('button', { name: /^(2号窗口|Window 2)/ }).first().click()
const openBook = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(预约簿|Appointments)/ }).first().click()
  await settled(page)
}
/** The first of those expected, found by the code that stands in the list. */
const findFirst = async (page: Page): Promise<void> => {
  await openBook(page)
  const expected = page.locator('.console-visits li', { has: page.locator('button') }).first()
  // Nobody, late in the evening: the book that was filled is the next day's.
  if (await expected.count() === 0) return
  const code = await expected.locator('.console-visit-code').innerText()
  await page.keyboard.press('f')
  await page.keyboard.type(code.toLowerCase())
  await page.keyboard.press('Enter')
}
const openAccounts = (page: Page): Promise<void> => page.getByTitle(/账号与密码|Account and password/).click()
const room = (name: string) => (page: Page): Promise<void> => page.getByRole('button', { name: new RegExp(`^(${name})`) }).first().click()
const openOrder = async (page: Page): Promise<void> => {
  await room('工单|Work orders')(page)
  await settled(page)
  await page.getByText(/非常不满意|Very dissatisfied/).first().click()
}
/** From now on the server says so to every question. */
const answerAll = async (page: Page, status: number, code: 'UNAUTHENTICATED' | 'UNAVAILABLE'): Promise<void> => {
  await page.route('**/api/**', (route) => {
    const language = (route.request().headers()['accept-language'] ?? '').startsWith('zh') ? 'zh' : 'en'
    const { retry, [language]: message } = errorTable[code]
    return route.fulfill({ status, json: { error: { code, message, retry, requestId: '2f6c1e08-7a54-4b3d-9c21-5d8e0a7b4f36' } } })
  })
}
const nothing = async (): Promise<void> => undefined
const at = (on: StaffShot['on'], name: string, title: string, who: StaffShot['who'], act: StaffShot['act'], whole = false): StaffShot => ({ name, title, on, who, act, whole })

/** What those see who work in the hall. */
export const staffShots: readonly StaffShot[] = [
  at('console', 'console-sign-in', 'Console, sign-in', null, nothing),
  at('console', 'console-halls', 'Console, choosing the hall', 'supervisor', nothing),
  at('console', 'console-windows', 'Console, choosing the window', 'clerk', nothing),
  at('console', 'console', 'Console', 'clerk', chooseOwnWindow),
  at('console', 'console-refused', 'Console, a key that is not allowed now', 'clerk', async (page) => { await chooseOwnWindow(page); await settled(page); await page.keyboard.press('n') }),
  at('console', 'console-transfer', 'Console, transfer', 'clerk', async (page) => { await chooseOwnWindow(page); await settled(page); await page.keyboard.press('t') }),
  at('console', 'console-supervisor', 'Console, a supervisor', 'supervisor', async (page) => { await chooseHall(page); await settled(page); await chooseSecond(page) }),
  at('console', 'console-book', 'Console, the book of a day', 'clerk', openBook),
  at('console', 'console-book-slot', 'Console, a slot of the book, for a supervisor', 'supervisor',
    async (page) => { await chooseHall(page); await settled(page); await openBook(page); await page.locator('.console-slot').nth(1).click() }),
  at('console', 'console-arrival', 'Console, somebody booked has come', 'clerk', findFirst),
  at('console', 'console-arrived', 'Console, the number they have', 'clerk', async (page) => { await findFirst(page); await settled(page); await page.keyboard.press('Enter') }),
  at('console', 'console-book-offline', 'Console, the book, the network gone', 'clerk', async (page) => { await openBook(page); await loseNetwork(page) }),
  at('console', 'console-account', 'Console, the own password', 'clerk', openAccounts),
  at('console', 'console-accounts', 'Console, the accounts, for an operator', 'operator', openAccounts),
  at('console', 'console-account-add', 'Console, a new account', 'operator',
    async (page) => { await openAccounts(page); await settled(page); await page.getByRole('button', { name: /^(添加账号|Add an account)$/ }).click() }),
  at('console', 'console-offline', 'Console, the network gone', 'clerk', async (page) => { await chooseOwnWindow(page); await settled(page); await loseNetwork(page) }),
  at('console', 'console-over', 'Console, the session was ended', 'clerk', async (page, scene) => { await chooseOwnWindow(page); await settled(page); await answerAll(page, 401, 'UNAUTHENTICATED'); await passTime(page, 20_000, scene.clock) }),
  at('console', 'console-error', 'Console, the server is failing', 'supervisor', async (page) => { await answerAll(page, 503, 'UNAVAILABLE'); await chooseHall(page) }),
  at('supervision', 'supervision-error', 'Supervision, the server is failing', 'supervisor', async (page) => { await answerAll(page, 503, 'UNAVAILABLE'); await room('比较|Comparison')(page) }),
  at('supervision', 'supervision', 'Supervision, the city now', 'supervisor', nothing, true),
  at('supervision', 'supervision-hall', 'Supervision, a hall', 'supervisor', async (page) => { await page.getByText(/^(广州市|Guangzhou)$/).first().click(); await settled(page); await page.getByText(/^(演示大厅|Demo Hall)/).first().click() }, true),
  at('supervision', 'supervision-comparison', 'Supervision, comparing', 'supervisor', async (page) => { await room('比较|Comparison')(page); await settled(page); for (const i of [0, 1]) await page.getByRole('checkbox').nth(i).check() }),
  at('supervision', 'supervision-alerts', 'Supervision, alerts', 'supervisor', room('提醒|Alerts')),
  at('supervision', 'supervision-orders', 'Supervision, work orders', 'supervisor', room('工单|Work orders')),
  at('supervision', 'supervision-order', 'Supervision, a work order', 'supervisor', openOrder, true),
  at('supervision', 'supervision-bulletin', 'Supervision, a bulletin', 'supervisor', async (page) => { await room('通报|Bulletins')(page); await settled(page); await page.getByText(/日通报 · |Daily bulletin · /).first().click() }, true),
  at('supervision', 'supervision-own', 'A clerk’s own bad ratings', 'clerk', nothing),
  at('screen', 'screen', 'The hall’s screen, 1920 × 1080', null, nothing),
  at('screen', 'screen-offline', 'The hall’s screen, the network gone', null, loseNetwork),
  at('screen', 'screen-closed', 'The hall’s screen, after closing', null, async (page, scene) => { await dayEnds(scene); await page.goto(scene.closingScreen); await passTime(page, 10_000) }),
  at('screen', 'screen-paused', 'The hall’s screen, the hall has paused', null, async (page, scene) => { await pauseHall(scene); scene.clock.pass(5_000); await page.waitForTimeout(3_000) }),
]
const desks = [{ name: 'zh', locale: 'zh-CN', dark: false }, { name: 'en', locale: 'en-GB', dark: false }, { name: 'zh-dark', locale: 'zh-CN', dark: true }, { name: 'en-dark', locale: 'en-GB', dark: true }] as const
/** The screen speaks both languages, and has one look. */
const wall = [{ name: '', locale: 'zh-CN', dark: false }] as const

/** The pictures of a shot, each with the name of its look. */
export const staffFiles = ({ name, on }: StaffShot): { readonly file: string; readonly look: string }[] =>
  (on === 'screen' ? wall : desks).map((look) => ({ look: look.name, file: look.name ? `${name}-${look.name}.png` : `${name}.png` }))

/** Those of the console and supervision that are seen after signing in. */
export const deskShots = staffShots.filter(({ who }) => who !== null)

/** A new desk's browser on the page where staff sign in. */
export const openDesk = async (page: Page, scene: Scene, shot: StaffShot): Promise<void> => {
  await stopClock(page, scene.clock.now())
  await page.goto(`${scene.stack.url}/pages/${shot.on}/index`)
  await settled(page)
}
/** Signs in there, where somebody does, and brings the page into the state of a shot. */
export const bringDesk = async (page: Page, scene: Scene, shot: StaffShot): Promise<void> => {
  if (shot.who) await signIn(page, scene[shot.who].account)
  await shot.act(page, scene)
  await settled(page)
}

/** Looks at a page that was brought into its state; gives what is wrong with it. */
type StaffCheck = (page: Page) => Promise<string[]>
interface Taken { readonly picture: Buffer; readonly faults: readonly string[] }

const photograph = async (browser: Browser, scene: Scene, shot: StaffShot, look: (typeof desks | typeof wall)[number], check: StaffCheck): Promise<Taken> => {
  await beginAnew(scene)
  const { page, context } = await visit(browser, shot.on === 'screen' ? 'tv' : 'desk', look.locale, look)
  try {
    if (shot.on === 'screen') {
      await stopClock(page, scene.clock.now())
      await page.goto(scene.screenLink)
      await settled(page)
      await page.waitForTimeout(1_500)
    } else await openDesk(page, scene, shot)
    await bringDesk(page, scene, shot)
    if (shot.whole) await showWhole(page)
    await steady(page)
    return { picture: await page.screenshot({ animations: 'disabled', caret: 'hide' }), faults: await check(page) }
  } finally {
    await context.close()
  }
}

/** The console, supervision and the hall's screen. Gives how many faults were found on them. */
export const takeStaffShots = async (browser: Browser, scene: Scene, album: Album, wanted: readonly StaffShot[], check: StaffCheck): Promise<number> => {
  let found = 0
  for (const shot of wanted) {
    for (const { file, look } of staffFiles(shot)) {
      const { picture, faults } = await photograph(browser, scene, shot, [...desks, ...wall].find(({ name }) => name === look) ?? wall[0], check)
      const kind = await album.keep(file, picture)
      found += faults.length
      process.stdout.write(`${kind.padEnd(8)} ${file}${faults.map((text) => `\n  ${text}`).join('')}\n`)
    }
  }
  return found
}
