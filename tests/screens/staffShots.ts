import type { Browser, Page } from 'playwright-core'
import { visit } from '../support/browser'
import { PASSWORD } from '../support/people'
import { loseNetwork, settled, showWhole } from './page'
import type { Scene } from './scene'

export interface StaffShot { readonly file: string; readonly title: string }
export interface DeskShot { readonly name: string; readonly title: string; readonly who: 'clerk' | 'supervisor' | 'operator'; readonly act: (page: Page) => Promise<void>; /** Of the supervisors' pages instead of the console. */ readonly supervision?: true; readonly whole?: true }

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
const nothing = async (): Promise<void> => undefined

/** Each after signing in. */
export const deskShots: readonly DeskShot[] = [
  { name: 'console-halls', title: 'Console, choosing the hall', who: 'supervisor', act: nothing },
  { name: 'console-windows', title: 'Console, choosing the window', who: 'clerk', act: nothing },
  { name: 'console', title: 'Console', who: 'clerk', act: chooseOwnWindow },
  { name: 'console-refused', title: 'Console, a key that is not allowed now', who: 'clerk', act: async (page) => { await chooseOwnWindow(page); await settled(page); await page.keyboard.press('n') } },
  { name: 'console-transfer', title: 'Console, transfer', who: 'clerk', act: async (page) => { await chooseOwnWindow(page); await settled(page); await page.keyboard.press('t') } },
  { name: 'console-supervisor', title: 'Console, a supervisor', who: 'supervisor', act: async (page) => { await chooseHall(page); await settled(page); await chooseSecond(page) } },
  { name: 'console-book', title: 'Console, the book of a day', who: 'clerk', act: openBook },
  {
    name: 'console-book-slot', title: 'Console, a slot of the book, for a supervisor', who: 'supervisor',
    act: async (page) => { await chooseHall(page); await settled(page); await openBook(page); await page.locator('.console-slot').nth(1).click() },
  },
  { name: 'console-arrival', title: 'Console, somebody booked has come', who: 'clerk', act: findFirst },
  { name: 'console-arrived', title: 'Console, the number they have', who: 'clerk', act: async (page) => { await findFirst(page); await settled(page); await page.keyboard.press('Enter') } },
  { name: 'console-book-offline', title: 'Console, the book, the network gone', who: 'clerk', act: async (page) => { await openBook(page); await loseNetwork(page) } },
  { name: 'console-account', title: 'Console, the own password', who: 'clerk', act: openAccounts },
  { name: 'console-accounts', title: 'Console, the accounts, for an operator', who: 'operator', act: openAccounts },
  {
    name: 'console-account-add', title: 'Console, a new account', who: 'operator',
    act: async (page) => { await openAccounts(page); await settled(page); await page.getByRole('button', { name: /^(添加账号|Add an account)$/ }).click() },
  },
  { name: 'console-offline', title: 'Console, the network gone', who: 'clerk', act: async (page) => { await chooseOwnWindow(page); await settled(page); await loseNetwork(page) } },
  { name: 'supervision', title: 'Supervision, the city now', who: 'supervisor', act: nothing, supervision: true, whole: true },
  { name: 'supervision-hall', title: 'Supervision, a hall', who: 'supervisor', act: async (page) => { await page.getByText(/^(广州市|Guangzhou)$/).first().click(); await settled(page); await page.getByText(/^(演示大厅|Demo Hall)/).first().click() }, supervision: true, whole: true },
  { name: 'supervision-comparison', title: 'Supervision, comparing', who: 'supervisor', act: async (page) => { await room('比较|Comparison')(page); await settled(page); for (const i of [0, 1]) await page.getByRole('checkbox').nth(i).check() }, supervision: true },
  { name: 'supervision-alerts', title: 'Supervision, alerts', who: 'supervisor', act: room('提醒|Alerts'), supervision: true },
  { name: 'supervision-orders', title: 'Supervision, work orders', who: 'supervisor', act: room('工单|Work orders'), supervision: true },
  { name: 'supervision-order', title: 'Supervision, a work order', who: 'supervisor', act: openOrder, supervision: true, whole: true },
  { name: 'supervision-bulletin', title: 'Supervision, a bulletin', who: 'supervisor', act: async (page) => { await room('通报|Bulletins')(page); await settled(page); await page.getByText(/日通报 · |Daily bulletin · /).first().click() }, supervision: true, whole: true },
  { name: 'supervision-own', title: 'A clerk’s own bad ratings', who: 'clerk', act: nothing, supervision: true },
]
const desks = [{ name: 'zh', locale: 'zh-CN', dark: false }, { name: 'en', locale: 'en-GB', dark: false }, { name: 'zh-dark', locale: 'zh-CN', dark: true }] as const

/** Looks at a page that was brought into its state; gives what is wrong with it. */
export type StaffCheck = (page: Page) => Promise<string[]>
interface Told { readonly made: StaffShot[]; readonly faults: string[] }

/** A new desk's browser on the page where staff sign in. */
export const openDesk = async (page: Page, scene: Scene, shot: DeskShot, rest: (page: Page) => Promise<void> = settled): Promise<void> => {
  await page.clock.install()
  await page.goto(`${scene.stack.url}/pages/${shot.supervision ? 'supervision' : 'console'}/index`)
  await rest(page)
}
/** Signs in there and brings the page into the state of a shot. */
export const bringDesk = async (page: Page, scene: Scene, shot: DeskShot): Promise<void> => {
  await signIn(page, scene[shot.who].account)
  await shot.act(page)
  await settled(page)
}

const takeDeskShots = async (browser: Browser, scene: Scene, folder: string, check: StaffCheck): Promise<Told> => {
  const made: StaffShot[] = []
  const faults: string[] = []
  for (const look of desks) {
    const picture = async (page: Page, name: string, title: string): Promise<void> => {
      await page.screenshot({ path: `${folder}/${name}-${look.name}.png` })
      made.push({ file: `${name}-${look.name}.png`, title: `${title} (${look.name})` })
      faults.push(...(await check(page)).map((fault) => `${name}-${look.name}: ${fault}`))
    }
    for (const [index, shot] of deskShots.entries()) {
      const { page, context } = await visit(browser, 'desk', look.locale, look)
      await openDesk(page, scene, shot)
      if (index === 0) await picture(page, 'console-sign-in', 'Console, sign-in')
      await bringDesk(page, scene, shot)
      if (shot.whole) await showWhole(page)
      await picture(page, shot.name, shot.title)
      await context.close()
    }
  }
  return { made, faults }
}

const takeScreenShots = async (browser: Browser, scene: Scene, folder: string, check: StaffCheck): Promise<Told> => {
  const faults: string[] = []
  const { page, context } = await visit(browser, 'tv')
  await page.clock.install()
  await page.goto(scene.screenLink)
  await settled(page)
  await page.waitForTimeout(2_000)
  await page.screenshot({ path: `${folder}/screen.png` })
  faults.push(...(await check(page)).map((fault) => `screen: ${fault}`))
  await loseNetwork(page)
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: `${folder}/screen-offline.png` })
  faults.push(...(await check(page)).map((fault) => `screen-offline: ${fault}`))
  await context.close()
  const made = [{ file: 'screen.png', title: 'The hall’s screen, 1920 × 1080' }, { file: 'screen-offline.png', title: 'The hall’s screen, the network gone' }]
  return { made, faults }
}

/** The console, the supervisors' pages and the hall's screen. */
export const takeStaffShots = async (browser: Browser, scene: Scene, folder: string, check: StaffCheck): Promise<Told> => {
  const [desk, screen] = [await takeDeskShots(browser, scene, folder, check), await takeScreenShots(browser, scene, folder, check)]
  return { made: [...desk.made, ...screen.made], faults: [...desk.faults, ...screen.faults] }
}
