import type { Page } from 'playwright-core'
import { onTheScreen } from '../packages/visit'
import { see, useBrowser, visit } from '../support/browser'
import type { Citizen } from '../support/people'
import { useStack } from '../support/stack'
import { rememberSignIn } from './remember'

const stack = useStack()
const browser = useBrowser()

/** What becomes of each try to take a number: it never arrives, or it is carried out and its answer is lost. */
type Fate = 'arrives' | 'never arrives' | 'answer lost'
/** Gives the key of each try so far. */
const fatesOf = async (page: Page, fates: readonly Fate[]): Promise<readonly string[]> => {
  const keys: string[] = []
  await page.route('**/api/tickets', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const fate = fates[Math.min(keys.length, fates.length - 1)]
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    if (fate === 'arrives') return route.continue()
    if (fate === 'answer lost') await route.fetch()
    return route.abort('connectionreset')
  })
  return keys
}

const atTheButton = async (who: number): Promise<{ readonly page: Page; readonly citizen: Citizen; readonly context: Awaited<ReturnType<typeof visit>>['context'] }> => {
  const citizen = await stack().people.citizen(who)
  const { page, context } = await visit(browser(), 'phone')
  await rememberSignIn(context, citizen.token)
  await page.goto((await onTheScreen(stack())).link)
  await page.waitForURL(/\/pages\/take\/index/)
  await see(page, '综合业务')
  return { page, citizen, context }
}
const take = (page: Page): Promise<void> => page.getByRole('button', { name: '取号', exact: true }).tap()
const ticketsOf = async ({ token }: Citizen) => (await stack().client.call('listTickets', {}, { token })).tickets

describe('a poor network and the web app', () => {
  it.each<[string, readonly Fate[]]>([
    ['whose answers are lost gives one number: the same wish goes out again under the same key', ['answer lost', 'answer lost', 'arrives']],
    ['that carries nothing takes one number when it is well again', ['never arrives', 'arrives']],
  ])('%s', async (_, fates) => {
    const { page, citizen, context } = await atTheButton(10 + fates.length)
    const keys = await fatesOf(page, fates)
    await take(page)
    await page.waitForURL(/\/pages\/ticket\/index/)
    // Under another key each would be a wish of its own, of which the server refuses all but one.
    expect([keys.length, new Set(keys).size]).toEqual([fates.length, 1])
    expect(await ticketsOf(citizen)).toHaveLength(1)
    await context.close()
  }, 120_000)

  it('is lost in the middle of taking, and the page closed there: what had been done is found again, and nothing is taken twice', async () => {
    const { page, citizen, context } = await atTheButton(20)
    await fatesOf(page, ['answer lost', 'never arrives'])
    await take(page)
    await see(page, '网络慢，正在确认取到没有')
    await page.close()
    const again = await context.newPage()
    await again.goto(stack().url)
    await see(again, '您的号')
    await again.goto(`${stack().url}/pages/take/index?hall=test`)
    await again.waitForURL(/\/pages\/ticket\/index/)
    const [ticket, ...others] = await ticketsOf(citizen)
    expect(again.url()).toContain(ticket?.ticketId ?? 'a ticket')
    expect(others).toEqual([])
    await context.close()
  }, 120_000)
})
