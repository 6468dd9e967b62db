import type { Browser, Page } from 'playwright-core'
import { see, useBrowser, visit } from '../support/browser'
import { readQrCode } from '../support/pixels'
import { useStack } from '../support/stack'

const stack = useStack()
const browser = useBrowser()

/** Points the phone's camera at the hall's screen: reads the code off its pixels. */
const scanScreen = async (screen: Page): Promise<string> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const link = readQrCode(await screen.screenshot())
    if (link) return link
    await screen.waitForTimeout(250)
  }
  throw new Error('no code could be read off the hall’s screen')
}

const openScreen = async (chromium: Browser): Promise<Page> => {
  const { page } = await visit(chromium, 'tv')
  await page.goto(`${stack().url}/pages/screen/index?hall=test#key=${await stack().people.screenKey('test')}`)
  return page
}

const openConsole = async (chromium: Browser): Promise<Page> => {
  const { account } = await stack().people.staff('clerk', ['test'])
  const { page } = await visit(chromium, 'desk')
  await page.goto(`${stack().url}/pages/console/index`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill('a-password-of-tests')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button').filter({ has: page.getByText('1号窗口', { exact: true }) }).click()
  await page.getByRole('button', { name: /开启窗口/ }).click()
  await see(page, '窗口已开启')
  return page
}

describe('a visit, from the code on the hall’s screen to the rating', () => {
  it('is scanned off the screen’s own pixels, taken on the phone, called from the console in another window, and rated', async () => {
    const screen = await openScreen(browser())
    const console = await openConsole(browser())
    const { page: phone, errors } = await visit(browser(), 'phone')

    const link = await scanScreen(screen)
    expect(link).toMatch(new RegExp(`^${stack().url}/s/rtest\\.`))
    await phone.goto(link)
    await phone.getByRole('button', { name: '取号', exact: true }).tap()
    await phone.getByRole('button', { name: '统一身份认证登录' }).tap()
    await phone.getByRole('button', { name: /演示用户一/ }).tap()

    await phone.waitForURL(/\/pages\/ticket\/index/)
    await see(phone, '下一位就是您')
    await see(phone, 'A001')

    const current = console.getByRole('region', { name: '当前号' })
    await see(console, 'A001')
    expect(await current.getByText('A001').count()).toBe(0)
    await console.keyboard.press('n')
    await see(phone, '叫到您了')
    await see(screen, 'A001')
    await current.getByText('A001', { exact: true }).waitFor()

    await console.keyboard.press('s')
    await see(phone, '正在为您办理')
    await console.reload()
    await current.getByText('A001', { exact: true }).waitFor()
    await console.keyboard.press('f')
    await see(phone, '办完了')

    await phone.getByRole('button', { name: '去评价' }).tap()
    await phone.getByRole('radio', { name: /^非常满意/ }).tap()
    await phone.getByRole('button', { name: '提交评价' }).tap()
    await see(phone, '谢谢您的评价')
    expect(await stack().redis.keys('*:r:test.*')).toHaveLength(1)
    expect(errors).toEqual([])
  }, 300_000)
})
