import type { Page } from 'playwright-core'
import { loseNetwork, waitLong } from '../page'
import type { Scene } from '../scene'
import { screen, state, type Shot } from '../shot'

const MINUTE = 60_000

/** The case that waits for the citizen stands first. */
const openFirstCase = async (page: Page, { clock }: Scene): Promise<void> => {
  const first = page.locator('.case-card-title').first()
  // A department that was late once, on a busy machine, is not asked again for a while; and the halls' clock stands still.
  for (let turn = 0; turn < 3 && !await first.waitFor({ timeout: 4_000 }).then(() => true, () => false); turn += 1) {
    clock.pass(MINUTE)
    await page.reload()
  }
  await first.tap()
}

const mistypeReceipt = async (page: Page): Promise<void> => {
  await page.locator('input').first().fill('11440100007482575H')
  await page.getByRole('button', { name: /^(查进度|Look it up)$/ }).tap()
}

/** Cases, and what to know before one begins. */
export const casesShots: readonly Shot[] = [
  screen('cases', 'My cases', 'follower', '/pages/cases/index', { whole: true }),
  state('cases-new', 'My cases, not signed in', null, '/pages/cases/index'),
  state('cases-no-name', 'My cases, without a real name', 'newcomer', '/pages/cases/index'),
  state('cases-error', 'My cases, not to be had', 'follower', '/pages/cases/index', { network: 'failing' }),
  state('cases-offline', 'My cases, the network gone', 'follower', '/pages/cases/index', { act: loseNetwork, whole: true }),
  screen('case', 'A case', 'follower', '/pages/cases/index', { whole: true, act: openFirstCase }),
  screen('receipt', 'A case by its receipt', null, '/pages/cases/receipt/index', { act: mistypeReceipt }),
  screen('search', 'Search', null, '/pages/guides/search/index'),
  screen('search-found', 'Search, found', null, '/pages/guides/search/index?q=%E5%AD%A9%E5%AD%90%E4%B8%8A%E5%AD%A6', { whole: true }),
  state('search-empty', 'Search, nothing found', null, '/pages/guides/search/index?q=zzzzqq'),
  screen('guide', 'A guide', null, '/pages/guides/guide/index?item=residence-permit', { whole: true }),
  state('guide-unknown', 'A guide, not there', null, '/pages/guides/guide/index?item=no-such-item'),
  state('cases-slow', 'My cases, the answer takes long', 'follower', '/pages/cases/index', { network: 'silent', act: waitLong }),
  state('cases-ended', 'My cases, signed out from elsewhere', 'revoked', '/pages/cases/index'),
  state('case-unknown', 'A case, not there', 'follower', '/pages/cases/case/index?no=11440100007482575H'),
  state('search-error', 'Search, not to be had', null, '/pages/guides/search/index?q=%E5%AD%A9%E5%AD%90%E4%B8%8A%E5%AD%A6', { network: 'failing' }),
  state('guide-error', 'A guide, not to be had', null, '/pages/guides/guide/index?item=residence-permit', { network: 'failing' }),
]
