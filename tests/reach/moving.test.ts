import { see, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { focusOn, phoneWith, tabTo } from './phones'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
const browser = useBrowser()

test('by keyboard alone: a page that opens tells its heading and its title, and the way back leads to where one was', async () => {
  const { page, context, errors } = await phoneWith(browser(), null)
  await page.goto(stack().url)
  await see(page, '测试大厅')
  await tabTo(page, /^测试大厅/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/pages\/hall\//)
  await focusOn(page, '大厅详情')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('heading')
  await page.waitForFunction(() => document.title !== '一窗')
  await tabTo(page, /^返回$/)
  await page.keyboard.press(' ')
  await focusOn(page, '测试大厅')
  expect(errors).toEqual([])
  await context.close()
}, 120_000)

test('the document speaks the language that was chosen, in its pages, its title and its mark', async () => {
  const { page, context } = await phoneWith(browser(), null)
  await page.goto(`${stack().url}/pages/me/index`)
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN' && document.title === '我的')
  await page.getByRole('radio', { name: 'English' }).tap()
  await page.waitForFunction(() => document.documentElement.lang === 'en' && document.title === 'Me')
  await context.close()
}, 120_000)

test('a dialog takes the focus, keeps it while Tab goes round, closes by Escape and gives the focus back', async () => {
  const citizen = await stack().people.citizen(41)
  const { ticketId } = await stack().take(citizen, { hallId: 'test', lineId: 'A' })
  const { page, context } = await phoneWith(browser(), citizen.token)
  await page.goto(`${stack().url}/pages/ticket/index?id=${ticketId}`)
  await see(page, '取消这个号')
  await tabTo(page, /^取消这个号$/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '真的要取消吗？' })
  await dialog.waitFor()
  const reached = new Set<string>()
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''))
  }
  expect([...reached].sort()).toEqual(['不取消', '关闭', '取消这个号'].sort())
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focusOn(page, '取消这个号')
  await context.close()
}, 120_000)

test('whoever asked their device for less motion sees none, while pages load and after', async () => {
  const moving = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number> => {
    const { page, context } = await visit(browser(), 'phone')
    await page.emulateMedia({ reducedMotion })
    await page.route('**/api/**', () => undefined)
    await page.goto(`${stack().url}/pages/halls/index`)
    await page.locator('.yc-bone').first().waitFor()
    const count = await page.evaluate(() => document.getAnimations().length)
    await context.close()
    return count
  }
  expect(await moving('no-preference')).toBeGreaterThan(0)
  expect(await moving('reduce')).toBe(0)
}, 120_000)
