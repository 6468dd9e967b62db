import type { Page } from 'playwright-core'
import { see, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
const browser = useBrowser()

const press = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).locator('visible=true').first().tap()
const lookUp = async (page: Page, caseNo: string, name: string): Promise<void> => {
  const fields = page.locator('input').locator('visible=true')
  await fields.nth(0).fill(caseNo)
  await fields.nth(1).fill(name)
  await page.getByRole('button', { name: '查进度' }).locator('visible=true').tap()
}

/** What the phone keeps and what its address says. */
const leftBehind = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify([document.location.href, { ...localStorage }, { ...sessionStorage }]))

describe('a case on the phone of somebody who is not signed in', () => {
  it('is found by number and name, a wrong name finds nothing, and neither stays on the phone', async () => {
    const { token } = await stack().people.citizen(1, 'web')
    const { cases } = await stack().client.call('listCases', { query: { personId: 'self' } }, { token })
    const wanted = cases.find(({ waitsForMe }) => waitsForMe)
    if (!wanted) throw new Error('demo citizen 1 has no case that waits')
    const { page, errors } = await visit(browser(), 'phone')
    await page.goto(stack().url)
    await press(page, /^查进度$/)
    await press(page, /^凭受理回执查$/)
    await lookUp(page, wanted.caseNo, '演示用户九')
    await see(page, /没有找到这个办件/)
    await lookUp(page, wanted.caseNo, '演示用户一')
    await see(page, wanted.itemName)
    await see(page, '经过')
    const left = await leftBehind(page)
    expect(left).not.toContain(wanted.caseNo)
    expect(left).not.toContain('演示用户')
    // A page opened anew knows nothing of it.
    await page.reload()
    await see(page, '为了安全，查过的回执不保存')
    expect(errors).toEqual([])
  }, 60_000)
})
