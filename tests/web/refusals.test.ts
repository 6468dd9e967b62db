import type { Page } from 'playwright-core'
import { linkOfCode } from '@shared/link'
import type { Message } from '@shared/messages'
import { onTheScreen } from '../packages/visit'
import { see, signInAs, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { rememberSignIn } from './remember'

const stack = useStack()
const browser = useBrowser()
/** Where the hall of the tests is. */
const inTheHall = { latitude: 23.13, longitude: 113.36 }
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).tap()

describe('a permission refused in the web app', () => {
  it('the place: the poster’s page says why it asks, takes a no, offers another way, and goes on once it is allowed', async () => {
    const { page, context, errors } = await visit(browser(), 'phone')
    await page.goto(linkOfCode(stack().url, await stack().people.posterCode('test')))
    await see(page, '只用这一次，不保存')
    await press(page, '使用我的位置')
    await see(page, '没有拿到位置')
    await page.getByRole('button', { name: '扫大厅屏幕上的码' }).waitFor()
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation(inTheHall)
    await page.reload()
    await press(page, '使用我的位置')
    await page.waitForURL(/\/pages\/take\/index/)
    await see(page, '已在大厅扫码')
    expect(errors).toEqual([])
    await context.close()
  }, 120_000)

  it('the place: the halls stay in their usual order, and it is said', async () => {
    const { page, context } = await visit(browser(), 'phone')
    await page.goto(`${stack().url}/pages/halls/index`)
    await page.getByRole('link', { name: /^按距离排列/ }).tap()
    await see(page, '没有获得位置权限，已按默认顺序显示')
    await see(page, '测试大厅')
    await context.close()
  }, 120_000)

  it('the privacy guide: without the tick nobody is signed in and nothing is asked of anybody; left, no number is taken', async () => {
    const { page, context } = await visit(browser(), 'phone')
    const asked: string[] = []
    page.on('request', (request) => { if (request.method() === 'POST') asked.push(new URL(request.url()).pathname) })
    await page.goto((await onTheScreen(stack())).link)
    await page.waitForURL(/\/pages\/take\/index/)
    asked.length = 0
    await page.getByRole('button', { name: '取号', exact: true }).tap()
    await press(page, '统一身份认证登录')
    await see(page, '请先阅读《隐私保护指引》并勾选同意')
    await press(page, '暂不登录')
    await page.waitForURL(/\/pages\/take\/index/)
    expect(asked).toEqual([])
    // Who thinks better of it goes on to the number.
    await page.getByRole('button', { name: '取号', exact: true }).tap()
    await signInAs(page, /演示用户一/)
    await page.waitForURL(/\/pages\/ticket\/index/)
    await context.close()
  }, 120_000)

  it('messages: a web page cannot push any, says so, and has them all in the inbox, each of which opens its page', async () => {
    const citizen = await stack().people.citizen(2)
    const clerk = await stack().people.staff('clerk', ['other'])
    await stack().openWindow(clerk, 'other', '1')
    const { ticketId } = await stack().take(citizen, { hallId: 'other', lineId: 'A' })
    await stack().callNext(clerk, 'other', '1')
    const { page, context } = await visit(browser(), 'phone')
    await rememberSignIn(context, citizen.token)
    await page.goto(`${stack().url}/pages/messages/settings/index`)
    await see(page, '网页上没有推送，消息都在收件箱里')
    const inbox = async () => (await stack().client.call('listMessages', { query: {} }, { token: citizen.token })).messages
    while ((await inbox()).length === 0) await page.waitForTimeout(100)
    const [{ title }] = await inbox() as [Message]
    await page.goto(`${stack().url}/pages/messages/index`)
    await page.getByRole('link', { name: title.zh }).first().tap()
    await page.waitForURL(new RegExp(`/pages/ticket/index\\?id=${ticketId}`))
    await see(page, '叫到您了')
    await context.close()
  }, 120_000)
})

describe('a page that a message opens', () => {
  it('asks who has signed out meanwhile to sign in, and is there then', async () => {
    const { page, context } = await visit(browser(), 'phone')
    await page.goto(`${stack().url}/pages/messages/index`)
    await press(page, /登录/)
    await signInAs(page, /演示用户三/)
    await page.waitForURL(/\/pages\/messages\/index/)
    await see(page, /还没有消息|没有消息/)
    await context.close()
  }, 120_000)
})
