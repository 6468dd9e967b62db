import type { Browser, Page } from 'playwright-core'
import { see, visit } from '../support/browser'
import { PASSWORD } from '../support/people'
import { readQrCode } from '../support/pixels'
import type { Stack } from '../support/stack'

/** Points the phone's camera at the hall's screen: reads the code off its pixels. */
export const scanScreen = async (screen: Page): Promise<string> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const link = readQrCode(await screen.screenshot())
    if (link) return link
    await screen.waitForTimeout(250)
  }
  throw new Error('no code could be read off the hall’s screen')
}

/** The screen of the hall `test`, as on its wall. */
export const openScreen = async (chromium: Browser, { url, people }: Stack): Promise<Page> => {
  const { page } = await visit(chromium, 'tv')
  await page.goto(`${url}/pages/screen/index?hall=test#key=${await people.screenKey('test')}`)
  return page
}

/** A clerk at window 1 of the hall `test`, open. */
export const openConsole = async (chromium: Browser, { url, people }: Stack): Promise<Page> => {
  const { account } = await people.staff('clerk', ['test'])
  const { page } = await visit(chromium, 'desk')
  await page.goto(`${url}/pages/console/index`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button').filter({ has: page.getByText('1号窗口', { exact: true }) }).click()
  await page.getByRole('button', { name: /开启窗口/ }).click()
  await see(page, '窗口已开启')
  return page
}
