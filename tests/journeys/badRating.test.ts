import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { systemClock } from '../../bff/platform/clock'
import { see, signInAs, useBrowser, visit } from '../support/browser'
import { PASSWORD, type Member } from '../support/people'
import { useStack } from '../support/stack'

const DAY_MS = 86_400_000
let later = 0
const stack = useStack({ clock: () => systemClock() + later, settings: { FIGURES_SECONDS: '1', WAITS_SECONDS: '1', BULLETIN_CHECK_SECONDS: '1', BULLETIN_HOUR: '0', RANKING_MINIMUM: '1' } })
const browser = useBrowser()

/** The supervisors' pages, signed in, in a browser of one's own. */
const supervise = async (account: string): Promise<Page> => {
  const { page } = await visit(browser(), 'desk')
  await page.goto(`${stack().url}/pages/supervision/index`)
  await signIn(page, account)
  return page
}
const signIn = async (page: Page, account: string): Promise<void> => {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
}
const room = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
/** Takes a step of the order that is open on the page. */
const act = async (page: Page, step: string, text: string): Promise<void> => {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(text)
  await dialog.locator('button[type=submit]').click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('a bad rating, from the phone to the next bulletin', () => {
  let phone: Page
  let errors: string[]
  let [owner, checker, clerk]: [Member, Member, Member] = [{ token: '', account: '' }, { token: '', account: '' }, { token: '', account: '' }]

  it('is given on the phone in few taps, and shows at once who owns it and by when', async () => {
    const { people, openWindow, callNext, move, url } = stack()
    ;[owner, checker, clerk] = await Promise.all([people.staff('supervisor', ['test']), people.staff('supervisor', []), people.staff('clerk', ['test'])])
    await openWindow(clerk, 'test', '1')
    ;({ page: phone, errors } = await visit(browser(), 'phone'))
    await phone.goto(`${url}/s/${(await stack().client.call('readScreenCode', { params: { hallId: 'test' } }, { screenKey: await people.screenKey('test') })).code}`)
    await phone.getByRole('button', { name: '取号', exact: true }).tap()
    await signInAs(phone, /演示用户一/)
    await phone.waitForURL(/\/pages\/ticket\/index/)
    const { ticketId } = await callNext(clerk, 'test', '1')
    for (const step of ['start', 'finish'] as const) await move(clerk, ticketId, { move: step })
    await phone.getByRole('button', { name: '去评价' }).tap()
    await phone.getByRole('radio', { name: /^非常不满意/ }).tap()
    await phone.getByText('无理由超过法定办理时间').tap()
    await phone.getByRole('button', { name: '提交评价' }).tap()
    await see(phone, '您反映的问题已经交办')
    await see(phone, /由测试.*负责/)
    await see(phone, /最迟 .*核实情况/)
    await phone.getByRole('button', { name: '查看、修改或删除' }).tap()
    await see(phone, '收到您的评价，已交办')
  }, 300_000)

  it('is on the supervisor’s page: in the figures of the city and the hall, and as an order that is due', async () => {
    const page = await supervise(owner.account)
    await see(page, /1 条评价/)
    await room(page, '工单')
    await page.getByText('非常不满意').first().click()
    await act(page, '核实联系', '已致电说明情况并致歉。')
    await act(page, '整改', '增开一个窗口，调整了排班。')
    await act(page, '答复', '已增开窗口，今后按承诺时间办理。')
    expect(await page.getByRole('button', { name: '办结', exact: true }).count()).toBe(0)
  }, 300_000)

  it('shows the citizen each step, and asks them once more at the end', async () => {
    await phone.reload()
    for (const text of ['已致电说明情况并致歉。', '增开一个窗口，调整了排班。', '已增开窗口，今后按承诺时间办理。']) await see(phone, text)
    await phone.getByRole('radio', { name: /^解决了/ }).tap()
    await phone.getByRole('button', { name: '告诉他们' }).tap()
    await see(phone, '您的回答已经记下')
  }, 300_000)

  it('is closed by somebody who has not handled it, and is in the next bulletin as put right in time', async () => {
    const page = await supervise(checker.account)
    await room(page, '工单')
    await page.getByText('非常不满意').first().click()
    await act(page, '办结', '回访满意，办结。')
    await phone.reload()
    await see(phone, '回访满意，办结。')
    later = DAY_MS
    // Their session is over by then.
    const again = await stack().people.signInStaff(checker.account, PASSWORD)
    const list = async () => (await stack().client.call('listBulletins', { query: { kind: 'daily' } }, again)).bulletins
    for (let tries = 0; tries < 200 && (await list()).length === 0; tries += 1) await pause(100)
    const bulletin = await stack().client.call('readBulletin', { params: { bulletinId: (await list())[0]?.bulletinId ?? '' } }, again)
    const next = await supervise(checker.account)
    await room(next, '通报')
    await next.getByText(/日通报 · /).first().click()
    await see(next, '差评整改率')
    await see(next, '无理由超过法定办理时间')
    expect(bulletin).toMatchObject({ city: { ratings: 1, badRate: 1, rectifiedRate: 1, onTimeRate: 1, revisitRate: 1 }, ranking: [{ scope: 'h.test', rank: 1 }], tags: [{ tag: '110', count: 1 }], overdue: [] })
    expect(errors).toEqual([])
  }, 300_000)
})
