import { showWhole, settled } from '../screens/page'
import { bringDesk, deskShots, openDesk } from '../screens/staffShots'
import { visit } from '../support/browser'
import { deskFaults, faultsInTheDark } from './checks'
import { useScene } from './useScene'

const { scene, browser } = useScene()

/** One of each kind of page; all of them, in every look, are looked at when their pictures are taken. */
const chosen = ['console-halls', 'console', 'console-transfer', 'console-book-slot', 'console-account-add', 'supervision', 'supervision-comparison', 'supervision-order', 'supervision-bulletin']

describe('the pages of staff: nothing for axe to find, by day and in the dark, nothing cut off, all of it worked by keyboard', () => {
  test.each(deskShots.filter(({ name }) => chosen.includes(name)).map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    const { page, context } = await visit(browser(), 'desk')
    await openDesk(page, scene(), shot)
    await bringDesk(page, scene(), shot)
    await showWhole(page)
    expect([...await deskFaults(page), ...await faultsInTheDark(page)]).toEqual([])
    await context.close()
  }, 60_000)

  test('the page to sign in', async () => {
    const { page, context } = await visit(browser(), 'desk')
    await openDesk(page, scene(), deskShots[0]!)
    expect([...await deskFaults(page), ...await faultsInTheDark(page)]).toEqual([])
    await context.close()
  }, 60_000)

  test('the hall’s screen', async () => {
    const { page, context } = await visit(browser(), 'tv')
    // A call comes in by growing clear; what it looks like then is what counts.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(scene().screenLink)
    await settled(page)
    await page.getByText('扫码取号').first().waitFor()
    expect(await deskFaults(page)).toEqual([])
    await context.close()
  }, 60_000)
})
