import type { Browser, Page } from 'playwright-core'
import { visit } from '../support/browser'
import type { Scene } from './scene'
import { settled } from './shots'

export interface StaffShot { readonly file: string; readonly title: string }
const PASSWORD = 'a-password-of-tests'

const signIn = async (page: Page, scene: Scene): Promise<void> => {
  const inputs = page.locator('input')
  await inputs.nth(0).fill(scene.clerk.account)
  await inputs.nth(1).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /您正在使用|You are here/ }).first().click()
  await settled(page)
}

/** The console and the hall's screen. */
export const takeStaffShots = async (browser: Browser, scene: Scene, folder: string): Promise<StaffShot[]> => {
  const made: StaffShot[] = []
  for (const look of [{ name: 'zh', locale: 'zh-CN', dark: false }, { name: 'en', locale: 'en-GB', dark: false }, { name: 'zh-dark', locale: 'zh-CN', dark: true }] as const) {
    const { page, context } = await visit(browser, 'desk', look.locale, look)
    await page.goto(`${scene.stack.url}/pages/console/index`)
    await settled(page)
    await page.screenshot({ path: `${folder}/console-sign-in-${look.name}.png` })
    await signIn(page, scene)
    await page.screenshot({ path: `${folder}/console-${look.name}.png` })
    made.push({ file: `console-sign-in-${look.name}.png`, title: `Console, sign-in (${look.name})` }, { file: `console-${look.name}.png`, title: `Console (${look.name})` })
    await context.close()
  }
  const { page, context } = await visit(browser, 'tv')
  await page.goto(scene.screenLink)
  await settled(page)
  await page.waitForTimeout(2_000)
  await page.screenshot({ path: `${folder}/screen.png` })
  await context.close()
  return [...made, { file: 'screen.png', title: 'The hall’s screen, 1920 × 1080' }]
}
