import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serviceDay } from '@shared/time'
import type { Locator, Page } from 'playwright-core'
import type { Fault } from '../../mock/faults'
import { caseItems } from '../../mock/world/items'
import { demoEnterprises } from '../../mock/world/people'
import { see, signInAs, useBrowser, visit } from '../support/browser'
import { hallFile } from '../support/halls'
import { newKey } from '../support/people'
import { pressMachine } from '../support/queueMachine'
import { twoHalls, useStack } from '../support/stack'
import { caseSystems, demoPerson } from './caseSystems'
import { createPassingTime } from './passingTime'

const DAY_MS = 86_400_000
/** “My cases” asks again after so long: when it has everything, and while a system is missing. */
const WHOLE_MS = 121_000
const MISSING_MS = 31_000
/** A hall's page asks again after ten seconds, and after at most 40 while that fails. */
const BOARD_MS = 11_000
const TROUBLED_MS = 41_000
/** A guide's, after ten minutes. */
const GUIDE_MS = 601_000
const TIME = String.raw`\d\d:\d\d`

/** The systems as they are configured, but that one that failed is left alone for one second, not five. */
const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-systems-'))
const systemsFile = path.join(folder, 'systems.json')
const configured = JSON.parse(readFileSync(path.resolve(__dirname, '../../config/systems.json'), 'utf8')) as object[]
writeFileSync(systemsFile, JSON.stringify(configured.map((system) => ({ ...system, openMs: 1_000 }))))
afterAll(() => { rmSync(folder, { recursive: true }) })

const { clock, joins, leaves, passes } = createPassingTime()
const stack = useStack({
  clock, halls: [...twoHalls(), hallFile({ hallId: 'town4', name: { zh: '自有排队大厅', en: 'Hall of its own' }, systems: { queue: 'hall-queue' } })],
  settings: {
    RATE_LIMITS: 'false', SYSTEMS_FILE: systemsFile, CATALOGUE_POLL_SECONDS: '1',
    // Following changes would fail beside the page, at any time, and count against the system as well.
    CASE_POLL_SECONDS: '86400',
  },
})
const browser = useBrowser()

const script = async (method: 'POST' | 'DELETE', query: string, fault?: Fault): Promise<void> => {
  const { ok } = await fetch(`${stack().simulatorsUrl}/faults${query}`, { method, ...(fault && { body: JSON.stringify(fault) }) })
  if (!ok) throw new Error('the script of faults was not changed')
}
const isWell = (system: string): Promise<void> => script('DELETE', `?system=${system}`)
/** From now on in this way, and no other. */
const fails = async (system: string, how: Omit<Fault, 'system'>): Promise<void> => {
  await isWell(system)
  await script('POST', '', { system, ...how })
}

const seen = (page: Page, text: string | RegExp): Locator => page.getByText(text).locator('visible=true').first()
const press = (page: Page, text: string | RegExp): Promise<void> => seen(page, text).tap()
const gone = (page: Page, text: string): Promise<void> => seen(page, text).waitFor({ state: 'detached' })
/** What can be read there, in one line. */
const textOf = async (part: Locator): Promise<string> => (await part.innerText()).replace(/\s+/g, ' ')
const pageText = (page: Page): Promise<string> => textOf(page.locator('body'))
/** The same at the very moment at which a text is there, which may be gone soon. */
const pageTextWith = async (page: Page, text: string): Promise<string> => {
  const caught = await page.waitForFunction((awaited) => document.body.innerText.includes(awaited) && document.body.innerText, text, { polling: 50 })
  return String(await caught.jsonValue()).replace(/\s+/g, ' ')
}
const cardOf = (page: Page, item: string): Locator => page.getByRole('link', { name: new RegExp(`^${item}`) }).locator('visible=true').first()
const saysOf = (page: Page, item: string): Promise<string> => textOf(cardOf(page, item))

const open = async (where: string): Promise<Page> => {
  const { page } = await visit(browser(), 'phone')
  await joins(page)
  await page.goto(`${stack().url}/${where}`)
  return page
}
/** “My cases” of somebody who signs in on a phone of their own. */
const openCases = async (name: string): Promise<Page> => {
  const page = await open('pages/cases/index')
  await press(page, /^去登录$/)
  await signInAs(page, new RegExp(`${name}(\\s|$)`), { keepIdNumber: true })
  await see(page, '我的办件')
  return page
}
/** Lets time pass, so much at once, until a text has left the page by itself. */
const untilGone = async (page: Page, text: string, ms: number): Promise<void> => {
  for (let tries = 0; tries < 20; tries += 1) {
    if (!await seen(page, text).isVisible()) return
    await passes(ms)
    await pause(500)
  }
  throw new Error(`“${text}” stays`)
}

describe('my cases, while a system behind them fails', () => {
  let mine: Page
  beforeAll(async () => {
    const { token } = await stack().people.citizen(1, 'web')
    const { name, creditCode } = demoEnterprises[0]
    const authorisedUntil = serviceDay(clock() + 30 * DAY_MS)
    await stack().client.call('addPerson', { body: { kind: 'enterprise', name, creditCode, authorisedUntil, consent: true } }, { token, key: newKey() })
    mine = await openCases(demoPerson(1).name)
  }, 60_000)

  it.each(caseSystems)('say that $name is late, cannot be read, or is silent, keep what it said last and all else, and have its news without a reload', async (system) => {
    const { name, whose, item, others } = system
    /** Everything is on the page; what this system said, and nothing else that is looked at, is marked with when. */
    const keeps = (text: string, last: string): void => {
      expect(text).toMatch(new RegExp(`${last} · ${TIME} 的情况`))
      for (const other of standing) expect(text).toMatch(new RegExp(`${other}(?! · ${TIME})`))
    }
    const isWhole = async (last: string): Promise<void> => {
      expect(await saysOf(mine, item)).toBe(last)
      expect(await pageText(mine)).not.toMatch(/情况还不全|的情况/)
    }
    await press(mine, whose)
    await cardOf(mine, item).waitFor()
    const before = await saysOf(mine, item)
    const standing = await Promise.all(others.map((other) => saysOf(mine, other)))
    expect(before).not.toContain(system.moved)
    await isWhole(before)

    await system.moves(stack())
    await fails(system.path, { kind: 'slow', ms: 2_500, times: 1 })
    await passes(WHOLE_MS)
    const meanwhile = await pageTextWith(mine, `${name}还没有回应`)
    expect(meanwhile).toMatch(new RegExp(` 情况还不全 ${name}还没有回应，先显示 ${TIME} 的情况 收到后会自动显示，不用刷新。 `))
    keeps(meanwhile, before)
    await gone(mine, '情况还不全')
    const news = await saysOf(mine, item)
    expect(news).toContain(system.moved)
    await isWhole(news)

    await fails(system.path, { kind: 'malformed' })
    await passes(WHOLE_MS)
    await see(mine, new RegExp(`^${name}现在读不出来，显示的是 ${TIME} 的情况$`))
    await see(mine, '不影响办理，稍后再来看。')
    // Also once it is left alone for that.
    for (let times = 0; times < 2; times += 1) {
      await passes(MISSING_MS)
      await pause(500)
    }
    expect(await pageText(mine)).toMatch(new RegExp(` ${name}现在读不出来，显示的是 ${TIME} 的情况 `))
    keeps(await pageText(mine), news)
    await isWell(system.path)
    await untilGone(mine, '情况还不全', MISSING_MS)
    await isWhole(news)

    // “There is nothing”, and not by its contract: who has never seen it well is not told that they have no cases.
    await fails(system.path, { kind: 'answer', body: system.lie })
    const newcomers = await openCases(system.newcomer.name)
    await see(newcomers, `${name}现在读不出来，它那里的办件暂时看不到`)
    await see(newcomers, '还没有收到全部回应')
    expect(await pageText(newcomers)).not.toContain('没有查到办件')

    await fails(system.path, { kind: 'drop' })
    await passes(WHOLE_MS)
    await see(mine, new RegExp(`^${name}暂时没有回应，显示的是 ${TIME} 的情况$`))
    keeps(await pageText(mine), news)
    await see(newcomers, `${name}暂时没有回应，它那里的办件现在看不到`)
    await see(newcomers, '还没有收到全部回应')
    expect(await pageText(newcomers)).not.toContain('没有查到办件')

    await isWell(system.path)
    await untilGone(mine, '情况还不全', MISSING_MS)
    await isWhole(news)
    await untilGone(newcomers, '情况还不全', MISSING_MS)
    await see(newcomers, '没有查到办件')
    await leaves(newcomers)
  }, 90_000)
})

describe('a hall with a queue of its vendor’s', () => {
  it('shows what it is without its lines while they are slow or missing, the lines as they were, and new ones when it is back', async () => {
    const arrives = (): Promise<string> => pressMachine(stack().simulatorsUrl, 'town4', '10001')
    await arrives()
    await fails('hallqueue', { path: '/service/', kind: 'slow', ms: 1_000 })
    const page = await open('pages/hall/index?hall=town4')
    await see(page, '自有排队大厅')
    await see(page, '大厅信息')
    expect(await pageText(page)).not.toMatch(/人等候|不用等/)
    await see(page, '人等候')
    expect(await pageText(page)).toMatch(/A 综合业务.* 1 人等候 .*不用等/)

    for (const kind of ['malformed', 'error'] as const) {
      // What was read is good for everybody for a second.
      await pause(1_000)
      await fails('hallqueue', { path: '/service/', kind })
      await passes(BOARD_MS)
      await see(page, new RegExp(`^暂时取不到新情况，以下是 ${TIME} 的$`))
      expect(await pageText(page)).toMatch(/ 1 人等候 /)
      await arrives()
      const newcomers = await open('pages/hall/index?hall=town4')
      await see(newcomers, kind === 'malformed' ? '这个来源现在读不出来，请稍后再试。' : '系统繁忙，请稍后再试。')
      expect(await pageText(newcomers)).toMatch(/综合业务.*社保医保.*大厅信息/)
      expect(await pageText(newcomers)).not.toMatch(/人等候|不用等|暂时取不到新情况/)
      await leaves(newcomers)
      const list = await open('pages/halls/index')
      await see(list, '人数暂不可知')
      expect(await pageText(list)).toMatch(/ 测试大厅 全天开放 不用等 自有排队大厅 全天开放 人数暂不可知 /)
      await leaves(list)
    }

    await isWell('hallqueue')
    await untilGone(page, '暂时取不到新情况', TROUBLED_MS)
    expect(await pageText(page)).toMatch(/ 3 人等候 /)
    await leaves(page)
  }, 60_000)
})

describe('guides', () => {
  const struck = async (): Promise<number> => {
    const { faults } = await (await fetch(`${stack().simulatorsUrl}/faults`)).json() as { faults: { system: string; struck: number }[] }
    return faults.find(({ system }) => system === 'catalogue')?.struck ?? 0
  }
  const isSaid = async (page: Page, text: string): Promise<boolean> => {
    await passes(GUIDE_MS)
    await pause(500)
    return seen(page, text).isVisible()
  }

  it('are found and read while the city’s catalogue is slow, down or lying, and its changes arrive when it is back', async () => {
    const page = await open('pages/guides/search/index')
    for (const [kind, words, item] of [['slow', '搬家', '户口迁入'], ['error', '退休', '养老金申领'], ['malformed', 'jzz', '居住证办理']] as const) {
      if (page.url().includes('item=')) await page.goBack()
      await fails('catalogue', { path: '/api/', kind, ms: 1_000 })
      for (let tries = 0; tries < 100 && await struck() === 0; tries += 1) await pause(100)
      expect(await struck()).toBeGreaterThan(0)
      await page.locator('input').locator('visible=true').fill(words)
      await press(page, new RegExp(`^${item}`))
      await see(page, '我能办吗')
      await see(page, /^以 .*的事项目录为准$/)
    }
    await see(page, '承诺 10 个工作日')
    const { status } = await fetch(`${stack().simulatorsUrl}/catalogue/change`, { method: 'POST', body: JSON.stringify({ SSBM: caseItems.residencePermit.code, BGLX: '2', CNQX: 4 }) })
    expect(status).toBe(201)
    expect(await isSaid(page, '承诺 10 个工作日')).toBe(true)

    await isWell('catalogue')
    for (let tries = 0; tries < 20 && !await isSaid(page, '承诺 4 个工作日'); tries += 1);
    await see(page, '承诺 4 个工作日')
    await leaves(page)
  }, 60_000)
})
