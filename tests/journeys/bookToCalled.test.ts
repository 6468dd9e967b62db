import type { Page } from 'playwright-core'
import { see, signInAs, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { rememberSignIn } from '../web/remember'
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

  it('is moved on the phone to another time of a later day, and stays one', async () => {
    const citizen = await stack().people.citizen(9)
    const { page: phone, context } = await visit(browser(), 'phone')
    await rememberSignIn(context, citizen.token)
    const booked = async () => (await stack().client.call('listAppointments', {}, { token: citizen.token })).appointments.filter(({ state }) => state === 'booked')
    const span = phone.getByText(/^\d\d:\d\d–\d\d:\d\d$/).locator('visible=true')
    const laterDay = (): Promise<void> => phone.getByText(/余 \d+ 个/).locator('visible=true').nth(1).tap()
    await phone.goto(`${stack().url}/pages/book-slot/index?hall=test&line=A&items=residence-permit`)
    await laterDay()
    await span.nth(1).tap()
    await phone.getByRole('button', { name: '确认预约' }).tap()
    await phone.getByRole('button', { name: '改时间' }).tap()
    const [before] = await booked()
    await laterDay()
    await see(phone, '新时间约到后，原来的才取消')
    await span.nth(4).tap()
    await phone.getByRole('button', { name: '改到这个时间' }).tap()
    await phone.getByRole('button', { name: '改时间' }).waitFor()
    const after = await booked()
    expect(after).toHaveLength(1)
    expect(after[0]?.startsAt).not.toBe(before?.startsAt)
    await context.close()
  }, 120_000)
})
