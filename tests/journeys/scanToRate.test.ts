import { see, signInAs, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { openConsole, openScreen, scanScreen } from './places'

const stack = useStack()
const browser = useBrowser()

describe('a visit, from the code on the hall’s screen to the rating', () => {
  it('is scanned off the screen’s own pixels, taken on the phone, called from the console in another window, and rated', async () => {
    const screen = await openScreen(browser(), stack())
    const console = await openConsole(browser(), stack())
    const { page: phone, errors } = await visit(browser(), 'phone')

    const link = await scanScreen(screen)
    expect(link).toMatch(new RegExp(`^${stack().url}/s/rtest\\.`))
    await phone.goto(link)
    await phone.getByRole('button', { name: '取号', exact: true }).tap()
    await signInAs(phone, /演示用户一/)

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
