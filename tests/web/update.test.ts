import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { see, useBrowser, visit } from '../support/browser'
import { openGate, type Gate } from './gate'
import { kept, keptOnPhone, until } from './keptOnPhone'
import { BUILD, nextBuild, serveBuild } from './serveBuild'

const browser = useBrowser()
let gate: Gate
let now: Awaited<ReturnType<typeof serveBuild>>
let next: Awaited<ReturnType<typeof serveBuild>>
let folder: Awaited<ReturnType<typeof nextBuild>>
beforeAll(async () => {
  folder = await nextBuild('2222')
  ;[now, next] = await Promise.all([serveBuild(BUILD), serveBuild(folder.root)])
}, 60_000)
afterAll(async () => {
  await Promise.all([now.stop(), next.stop()])
  await folder.remove()
})
beforeEach(async () => { gate = await openGate(now.url) })
afterEach(() => gate.close())

const release = (page: Page): Promise<string | null> => page.evaluate(() => document.querySelector('meta[name="release"]')?.getAttribute('content') ?? null)
describe('a new version', () => {
  it('is what people have at their next look, and what they have from then on without a network', async () => {
    const { page, context } = await visit(browser(), 'phone')
    await page.goto(gate.url)
    await keptOnPhone(page)
    expect(await release(page)).toBeNull()

    gate.leadTo(next.url)
    await page.reload()
    await see(page, '扫码取号')
    expect(await release(page)).toBe('2222')
    // The new one fetches its parts beside the running one, and takes over at the next start.
    await until(page, async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))
    await page.reload()
    await until(page, async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return registration?.waiting === null && registration.active?.state === 'activated'
    })

    gate.shut()
    await context.setOffline(true)
    await page.reload()
    await see(page, '扫码取号')
    expect(await release(page)).toBe('2222')
    // Nothing of the old one is left on the phone.
    const names = await kept(page)
    expect(names.filter((name) => name.startsWith('/js/app.'))).toEqual(['/js/app.00000000.js'])
    expect(names.filter((name) => name === '/index.html')).toHaveLength(1)
    await context.close()
  }, 120_000)

  it('does not break a page of the old one that is still open: what it has not fetched yet comes from the phone', async () => {
    const { page, context, errors } = await visit(browser(), 'phone')
    await page.goto(gate.url)
    await keptOnPhone(page)
    gate.leadTo(next.url)
    await page.getByText('大厅', { exact: true }).locator('visible=true').first().tap()
    await page.waitForURL('**/pages/halls/index*')
    await page.locator('input').first().waitFor()
    expect(await release(page)).toBeNull()
    expect(errors.filter((text) => /chunk/i.test(text))).toEqual([])
    await context.close()
  }, 90_000)

  it('is fetched by a page of the old one that the phone does not keep, when a part it needs is gone', async () => {
    const { page, context } = await visit(browser(), 'phone')
    // As in a browser without service workers.
    await page.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker') })
    await page.goto(gate.url)
    await see(page, '扫码取号')
    gate.leadTo(next.url)
    await page.getByText('大厅', { exact: true }).locator('visible=true').first().tap()
    await page.waitForFunction(() => document.querySelector('meta[name="release"]') !== null)
    await page.locator('input').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/pages/halls/index')
    await context.close()
  }, 90_000)
})

it('the service worker is gone from phones, with all it kept, once the two lines of operating.md stand in its place', async () => {
  const guide = await readFile(path.resolve(__dirname, '../../docs/operating.md'), 'utf8')
  const lines = guide.split('\n').filter((line) => line.trim().startsWith('self.addEventListener(')).map((line) => line.trim())
  expect(lines).toHaveLength(2)
  const without = await nextBuild('3333')
  await writeFile(path.join(without.root, 'sw.js'), lines.join('\n'))
  const served = await serveBuild(without.root)
  const { page, context } = await visit(browser(), 'phone')
  try {
    await page.goto(gate.url)
    await keptOnPhone(page)
    gate.leadTo(served.url)
    await page.reload()
    await until(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0)
    await see(page, '扫码取号')
  } finally {
    await context.close()
    await served.stop()
    await without.remove()
  }
}, 90_000)
