import type { Page } from 'playwright-core'
import { see, signInAs, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { openConsole, openScreen, scanScreen } from './places'

const stack = useStack()
const browser = useBrowser()

/** Pages that were left still lie beneath; a finger meets only what can be seen. */
const press = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).locator('visible=true').first().tap()

describe('a visit, from the search for what to do to being called', () => {
  it('is booked on the phone, checked in by a scan without queueing again, and called ahead of who came first', async () => {
    const screen = await openScreen(browser(), stack())
    const console = await openConsole(browser(), stack())
    const { page: phone, errors } = await visit(browser(), 'phone')

    await phone.goto(stack().url)
    await press(phone, /^预约$/)
    await phone.getByRole('checkbox', { name: /居住证办理/ }).tap()
    await press(phone, '下一步：选大厅')
    await press(phone, /^测试大厅$/)
    await press(phone, /余 \d+ 个/)
    // The first may begin while one signs in.
    await phone.getByText(/^\d\d:\d\d–\d\d:\d\d$/).locator('visible=true').nth(1).tap()
    await signInAs(phone, /演示用户一/)
    await phone.getByRole('button', { name: '确认预约' }).tap()
    await see(phone, '现在可以签到')

    for (let i = 1; i <= 5; i += 1) await stack().take(await stack().people.citizen(i), { hallId: 'test', lineId: 'A' })
    await phone.goto(await scanScreen(screen))
    await press(phone, /^签到$/)
    await phone.waitForURL(/\/pages\/ticket\/index/)
    await see(phone, 'A006')

    const current = console.getByRole('region', { name: '当前号' })
    await see(console, 'A001')
    for (let calls = 1; calls <= 3; calls += 1) {
      await console.keyboard.press('n')
      await current.getByText(/^A00\d$/).waitFor()
      if (await current.getByText('A006', { exact: true }).isVisible()) break
      await console.keyboard.press('s')
      await current.getByText('正在办理', { exact: true }).first().waitFor()
      await console.keyboard.press('f')
      await current.getByText(/^A00\d$/).waitFor({ state: 'detached' })
    }
    await current.getByText('A006', { exact: true }).waitFor()
    await see(phone, '叫到您了')
    expect(errors).toEqual([])
  }, 300_000)
})
