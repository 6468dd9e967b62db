import type { Page } from 'playwright-core'
import { see, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { openGate, type Gate } from './gate'
import { kept, keptOnPhone } from './keptOnPhone'
import { rememberSignIn } from './remember'

const stack = useStack()
const browser = useBrowser()
let gate: Gate
beforeEach(async () => { gate = await openGate(stack().url) })
afterEach(() => gate.close())

/** Opens an address as somebody who takes the phone out again: in a new tab of the same browser. */
const openAnew = async (page: Page, path: string): Promise<Page> => {
  const context = page.context()
  await page.close()
  const next = await context.newPage()
  await next.goto(`${gate.url}${path}`)
  return next
}

/** A phone that has been on home once with a number in line A, and keeps what the web app leaves there. */
const aPhoneWithANumber = async (who: number) => {
  const citizen = await stack().people.citizen(who)
  const ticket = await stack().take(citizen, { hallId: 'test', lineId: 'A' })
  const { page, context } = await visit(browser(), 'phone')
  await rememberSignIn(context, citizen.token)
  await page.goto(gate.url)
  await see(page, ticket.number)
  await keptOnPhone(page)
  return { ticket, page, context }
}

describe('opened without a network', () => {
  it('starts from any of the citizen’s pages and shows the last known number, with the hour as of which it is', async () => {
    const { ticket, page, context } = await aPhoneWithANumber(1)

    gate.shut()
    await context.setOffline(true)
    const home = await openAnew(page, '/')
    await see(home, ticket.number)
    await see(home, /^截至 \d\d:\d\d/)
    const opened = await openAnew(home, `/pages/ticket/index?id=${ticket.ticketId}`)
    await see(opened, ticket.number)
    await see(opened, /^这是 \d\d:\d\d 的情况，现在可能变了/)
    await see(opened, /连不上网络/)
    // A page nobody has been to is there as well; it says that it could not ask.
    const halls = await openAnew(opened, '/pages/halls/index')
    await see(halls, /网络连接不上|网络已断开/)
    // A code scanned by the phone's own camera opens the app too.
    const scanned = await openAnew(halls, '/s/rtest.zzzzzz.AAAAAAAAAAAA')
    await see(scanned, '二维码还没有核对。请检查网络后再试。')

    gate.open()
    await context.setOffline(false)
    const again = await openAnew(scanned, '/')
    await see(again, ticket.number)
    await again.getByText(/^截至 \d\d:\d\d/).waitFor({ state: 'hidden' })
    await context.close()
  }, 120_000)

  it('does not wait for a network that answers nothing', async () => {
    const { ticket, page, context } = await aPhoneWithANumber(3)
    gate.hush()
    const opened = await openAnew(page, `/pages/ticket/index?id=${ticket.ticketId}`)
    await see(opened, ticket.number)
    await see(opened, /^这是 \d\d:\d\d 的情况，现在可能变了/)
    await context.close()
  }, 90_000)

  it('keeps no answer of the API, no address of a page and nothing of the staff’s', async () => {
    const { ticket, page, context } = await aPhoneWithANumber(2)
    await page.goto(`${gate.url}/pages/ticket/index?id=${ticket.ticketId}`)
    await see(page, ticket.number)
    await page.goto(`${gate.url}/pages/console/index`)
    await see(page, '登录')
    const names = await kept(page)
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !/^\/(index\.html|(js|css)\/[\w-]+\.[0-9a-f]{8}\.(js|css))$/.test(name))).toEqual([])
    const staffs = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /^\/js\/\d+\./.test(name)))
    expect(staffs.length).toBeGreaterThan(0)
    expect(names).toEqual(expect.not.arrayContaining(staffs.slice(-1)))
    await context.close()
  }, 90_000)

  it('is not kept for who opens the window’s console or the hall’s screen', async () => {
    const { page, context } = await visit(browser(), 'desk')
    await page.goto(`${gate.url}/pages/console/index`)
    await see(page, '登录')
    await page.waitForTimeout(4_000)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    await context.close()
  }, 60_000)
})

describe('on a phone', () => {
  it('can be installed: Chromium finds no fault in the manifest and none that stands against it', async () => {
    const { page, context } = await visit(browser(), 'phone')
    await page.goto(gate.url)
    await keptOnPhone(page)
    const wire = await context.newCDPSession(page)
    const { url, errors, data = '{}' } = await wire.send('Page.getAppManifest')
    expect(url).toBe(`${gate.url}/manifest.webmanifest`)
    expect(errors).toEqual([])
    expect(JSON.parse(data)).toMatchObject({ name: '一窗 Yichuang', start_url: '/', scope: '/', display: 'standalone', theme_color: '#ffffff' })
    const { installabilityErrors } = await wire.send('Page.getInstallabilityErrors')
    // A context of a test is a private window, and these install nothing.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
    for (const { src, sizes } of (JSON.parse(data) as { icons: { src: string; sizes: string }[] }).icons) {
      const size = await page.evaluate(async (at) => { const { width, height } = await createImageBitmap(await (await fetch(at)).blob()); return `${width}x${height}` }, src)
      expect(size).toBe(sizes)
    }
    await context.close()
  }, 60_000)
})
