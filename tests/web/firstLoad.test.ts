import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { see, useBrowser, visit } from '../support/browser'
import { useStack } from '../support/stack'
import { listen } from './listen'
import { staffWords } from './staffWords'

const ROOT = path.resolve(__dirname, '../../miniapp/dist/h5')
/** Of compressed script. */
const LIMIT = 180 * 1024
const stack = useStack()
const browser = useBrowser()

/** Opens home as somebody who was never here, and gives what came over the wire until it stood there. */
const openHome = async ({ before, entry = '/' }: { readonly before?: () => void; readonly entry?: string } = {}) => {
  const { page, context, errors } = await visit(browser(), 'phone')
  if (before) await page.addInitScript(before)
  const heard = await listen(page)
  await page.goto(`${stack().url}${entry}`)
  await see(page, '扫码取号')
  await see(page, '测试大厅')
  await page.waitForLoadState('networkidle')
  await context.close()
  const all = heard()
  return { errors, all, scripts: all.filter(({ kind }) => kind === 'Script') }
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const fileOf = (url: string): string => path.join(ROOT, new URL(url).pathname)

describe('the first load of home', () => {
  let home: Awaited<ReturnType<typeof openHome>>
  beforeAll(async () => { home = await openHome() }, 90_000)

  it('takes at most 180 KB of compressed script, as the browser counts it', () => {
    expect(home.errors).toEqual([])
    expect(home.scripts.length).toBeGreaterThan(1)
    expect(sum(home.scripts.map(({ bytes }) => bytes))).toBeLessThanOrEqual(LIMIT)
  })

  it('takes at most 180 KB where a browser or a proxy knows gzip only', async () => {
    const lengths = await Promise.all(home.scripts.map(async ({ url }) => {
      const { headers } = await stack().http.ask(stack().url, { method: 'GET', path: new URL(url).pathname, headers: { 'Accept-Encoding': 'gzip' } })
      expect(headers['content-encoding']).toBe('gzip')
      return Number(headers['content-length'])
    }))
    expect(sum(lengths)).toBeGreaterThan(50_000)
    expect(sum(lengths)).toBeLessThanOrEqual(LIMIT)
  })

  it('brings nothing that only the staff reads, no validator and no polyfills', async () => {
    const code = (await Promise.all(home.scripts.map(({ url }) => readFile(fileOf(url), 'utf8')))).join('\n')
    expect(code).toContain('扫码取号')
    const sentences = staffWords()
    expect(sentences.length).toBeGreaterThan(20)
    expect(sentences.filter((sentence) => code.includes(sentence))).toEqual([])
    // Of zod, and of core-js.
    expect(code).not.toContain('invalid_union')
    expect(code).not.toContain('zloirock')
  })

  it('asks for the page’s own parts at once with the app, so that they are there when it is', () => {
    const app = home.scripts.find(({ url }) => /\/js\/app\./.test(url))
    const parts = home.all.filter(({ url }) => /\/(js|css)\/(kit|\d+)\./.test(url))
    expect(parts.length).toBeGreaterThan(1)
    for (const { url, askedAs } of parts) expect([url, askedAs < (app?.receivedAs ?? 0)]).toEqual([url, true])
    // What was asked for beforehand is used, and not fetched a second time.
    const files = home.all.map(({ url }) => url).filter((url) => /\/(js|css)\//.test(url))
    expect(new Set(files).size).toBe(files.length)
  })

  it('may keep what has a hash in its name for good, and asks anew for the page itself, the service worker and the manifest', async () => {
    for (const { headers } of home.all.filter(({ kind }) => kind === 'Script' || kind === 'Stylesheet')) {
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(headers['content-encoding']).toBe('br')
      expect(headers.vary).toMatch(/Accept-Encoding/i)
    }
    for (const at of ['/', '/pages/home/index', '/sw.js', '/manifest.webmanifest']) {
      const { status, headers } = await stack().http.ask(stack().url, { method: 'GET', path: at })
      expect([at, status, headers['cache-control']]).toEqual([at, 200, 'no-cache'])
    }
  })
})

describe('an engine of 2017', () => {
  /** Takes away what came later, as far as a page can: core-js has to bring it back. */
  const grownOld = (): void => {
    const without = (from: object, names: readonly string[]): void => { for (const name of names) Reflect.deleteProperty(from, name) }
    without(Array.prototype, ['at', 'flat', 'flatMap', 'findLast'])
    without(Object, ['fromEntries', 'hasOwn'])
    without(String.prototype, ['replaceAll', 'matchAll', 'trimEnd', 'at'])
    without(Promise.prototype, ['finally'])
    without(Promise, ['allSettled', 'any'])
    without(window, ['AbortController', 'AbortSignal', 'fetch', 'Request', 'Response', 'Headers'])
  }

  it('gets the polyfills before the app, and home stands there as for everybody', async () => {
    const { scripts, errors } = await openHome({ before: grownOld, entry: '/pages/home/index' })
    expect(errors).toEqual([])
    expect(scripts.some(({ url }) => url.includes('/js/polyfills.'))).toBe(true)
  }, 90_000)
})
