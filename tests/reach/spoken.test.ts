import type { Page } from 'playwright-core'
import { see, useBrowser } from '../support/browser'
import { newKey } from '../support/people'
import { useStack } from '../support/stack'
import { phoneWith } from './phones'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
const browser = useBrowser()

/** Keeps what the live regions of the page were given, in order, by whether they interrupt. */
const listen = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const heard: string[] = []
  Object.assign(window, { heard })
  new MutationObserver((changes) => changes.forEach(({ target }) => {
    const region = (target instanceof Element ? target : target.parentElement)?.closest('[aria-live]')
    const text = region?.textContent?.trim()
    if (region && text && heard.at(-1) !== `${region.getAttribute('aria-live') ?? ''}: ${text}`) heard.push(`${region.getAttribute('aria-live') ?? ''}: ${text}`)
  })).observe(document, { subtree: true, childList: true, characterData: true })
})
/** A browser's voice that only keeps what it was told to say. */
const giveVoice = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const said: string[] = []
  Object.assign(window, { said })
  Object.defineProperty(window, 'speechSynthesis', { value: { cancel: () => undefined, getVoices: () => [], speak: ({ text }: { text: string }) => { said.push(text) } } })
})
const kept = (page: Page, name: 'heard' | 'said'): Promise<string[]> => page.evaluate((list) => (window as unknown as Record<string, string[]>)[list] ?? [], name)

/** Somebody with two people ahead looks at their number; the hall moves on when told to. */
const waitInLine = async (number: number, windowId: string, settings: Readonly<Record<string, unknown>>) => {
  const clerk = await stack().people.staff('clerk', ['test'])
  await stack().openWindow(clerk, 'test', windowId)
  const desk = () => stack().client.call('takeAtDesk', { params: { hallId: 'test' }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
  await desk()
  await desk()
  const citizen = await stack().people.citizen(number)
  const { ticketId, number: shown } = await stack().take(citizen, { hallId: 'test', lineId: 'A' })
  const { page, context } = await phoneWith(browser(), citizen.token, settings)
  await listen(page)
  await giveVoice(page)
  await page.clock.install()
  await page.goto(`${stack().url}/pages/ticket/index?id=${ticketId}`)
  await see(page, '前面还有')
  const poll = async (): Promise<void> => {
    const answered = page.waitForResponse((response) => response.url().includes(ticketId))
    await page.clock.fastForward(61_000)
    await answered
  }
  const serveOne = async (): Promise<void> => {
    const called = await stack().callNext(clerk, 'test', windowId)
    for (const move of ['start', 'finish'] as const) await stack().move(clerk, called.ticketId, { move })
  }
  return { page, shown, poll, serveOne, callNext: () => stack().callNext(clerk, 'test', windowId), close: () => context.close() }
}

test('a screen reader hears a place in the line when it changes and not at every question, and a call at once', async () => {
  const line = await waitInLine(51, '1', {})
  for (let i = 0; i < 3; i += 1) await line.poll()
  expect(await kept(line.page, 'heard')).toEqual(['polite: 前面还有 2 人'])
  await line.serveOne()
  await line.poll()
  await line.page.getByText('前面还有 1 人').first().waitFor({ state: 'attached' })
  await line.serveOne()
  await line.callNext()
  await line.poll()
  await see(line.page, '请到')
  expect(await kept(line.page, 'heard')).toEqual(['polite: 前面还有 2 人', 'polite: 前面还有 1 人', `assertive: ${line.shown}，请到 1号窗口`])
  // Nobody who did not wish it is spoken to.
  expect(await kept(line.page, 'said')).toEqual([])
  await line.close()
}, 120_000)

test('in large type the place in the line is said aloud, each time it changes; not for those who turned that off', async () => {
  const line = await waitInLine(52, '2', { large: true })
  await line.poll()
  await line.serveOne()
  await line.poll()
  await line.page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 1)
  expect(await kept(line.page, 'said')).toEqual(['前面还有 2 人', '前面还有 1 人'])
  await line.close()
  const silent = await waitInLine(53, '3', { large: true, aloud: false })
  await silent.poll()
  expect(await kept(silent.page, 'said')).toEqual([])
  await silent.close()
}, 120_000)
