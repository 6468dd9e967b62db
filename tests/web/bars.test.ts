import type { Page } from 'playwright-core'
import { see, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'

const stack = useStack()
const browser = useBrowser()

/** Whether whoever scrolls to the text can then touch it: nothing else lies over its middle. */
const canBeTouched = async (page: Page, text: string): Promise<boolean> => {
  const found = page.getByText(text, { exact: true }).locator('visible=true').first()
  await found.scrollIntoViewIfNeeded()
  return found.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (element === hit || element.contains(hit) || hit.contains(element))
  })
}
const openHall = async (width: number, height: number) => {
  const visitor = await visit(browser(), 'desk')
  await visitor.page.setViewportSize({ width, height })
  await visitor.page.goto(`${stack().url}/pages/hall/index?hall=test`)
  await see(visitor.page, '综合业务')
  return visitor
}

it('the bars stand beside what scrolls: no row lies half under one of them', async () => {
  const { page, context } = await openHall(390, 700)
  const [scrolls, foot] = await Promise.all(['.yc-page-scroll', '.yc-page-foot'].map((name) => page.locator(name).first().boundingBox()))
  expect(scrolls!.y + scrolls!.height).toBeLessThanOrEqual(foot!.y + 1)
  expect(await page.locator('.yc-page-scroll').first().evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true)
  for (const text of ['综合业务', '叫号规则', '扫码取号']) expect([text, await canBeTouched(page, text)]).toEqual([text, true])
  await context.close()
})

it('on a screen of 320 by 256, as of somebody who has made everything four times larger, all of it can be scrolled to', async () => {
  const { page, context } = await openHall(320, 256)
  for (const text of ['综合业务', '叫号规则', '扫码取号', '看要带什么']) expect([text, await canBeTouched(page, text)]).toEqual([text, true])
  await context.close()
})
