import path from 'node:path'
import { systemClock } from '../../bff/platform/clock'
import type { Citizen } from '../support/people'
import { useStack } from '../support/stack'
import { aFullDay } from './fullDay'
import type { Host } from './host/host'
import { openPackage } from './host/builtPackage'
import { aPhone, onTheScreen, openings, openWindow, pageOf } from './visit'

const KB = 1024
/** What WeChat advises for one page; above it, old phones are slow to draw. */
const MOST_NODES = 1_000

const firstScreenIsLight = ({ updates }: Host): void => {
  expect(updates.length).toBeGreaterThan(0)
  expect(updates.length).toBeLessThanOrEqual(6)
  expect(updates.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(32 * KB)
}

describe.each(['weapp', 'alipay'] as const)('the built %s package', (name) => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  let host: Host
  beforeEach(() => { host = aPhone(name, stack()) })
  afterEach(() => { host.close(); expect(host.faults).toEqual([]) })
  const sees = (text: string): Promise<void> => host.until(text, () => host.view.text().includes(text))

  it('hands its first screen to the view in at most 6 calls and 32 KB', async () => {
    await host.launch()
    await sees('测试大厅')
    firstScreenIsLight(host)
  })

  it('tells a moved position in at most 2 KB', async () => {
    const window = await openWindow(stack())
    for (let people = 0; people < 3; people += 1) await window.queueOne()
    await Object.values(openings[name])[0]?.(host, await onTheScreen(stack()))
    await host.until('take', () => pageOf(host) === 'take')
    await sees('综合业务')
    host.view.tap(host.view.one({ role: 'button', name: '取号' }))
    await host.until('sign-in', () => pageOf(host) === 'sign-in')
    await sees('登录')
    host.view.tap(host.view.one({ role: 'checkbox', name: /^我已阅读并同意/ }))
    await host.idle()
    host.view.tap(host.view.one({ role: 'button', name: name === 'weapp' ? '微信登录' : '支付宝登录' }))
    await sees('前面还有3人')
    const before = host.updates.length
    expect(host.view.nodes()).toBeGreaterThan(20)
    expect(host.view.nodes()).toBeLessThanOrEqual(MOST_NODES)
    await window.serveOne()
    await sees('前面还有2人')
    const moved = host.updates.slice(before)
    expect(moved.length).toBeGreaterThan(0)
    for (const { bytes } of moved) expect(bytes).toBeLessThanOrEqual(2 * KB)
  }, 60_000)
})

/** What the pages that show something are asked for, whoever looks. */
const queries: Readonly<Record<string, string>> = {
  hall: 'hall=demo', take: 'hall=demo', book: '', 'book-slot': 'hall=demo&line=A&items=residence-permit,elder-card',
  'guides/search': 'q=%E5%8A%9E', 'guides/guide': 'item=residence-permit',
}
/** Fewer, and a page has shown nothing of what it was asked for. */
const least: Readonly<Record<string, number>> = { halls: 100, cases: 50, calls: 300, ticket: 30, appointment: 60, 'cases/case': 60, 'ratings/rating': 16, messages: 25, appointments: 25, rate: 30 }

describe.each(['weapp', 'alipay'] as const)('the built %s package, with all halls of the city', (name) => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' }, hallsDir: path.resolve(__dirname, '../../config/halls') })

  let full: Readonly<Record<string, string>>
  let citizen: Citizen
  beforeAll(async () => {
    citizen = await stack().people.citizen(1, 'web')
    full = { ...queries, ...await aFullDay(stack(), citizen) }
  }, 60_000)
  /** Their phone. */
  const open = (large = false): Host => {
    const kept = (value: unknown): string => JSON.stringify({ version: 1, value })
    const session = kept({ token: citizen.token, name: '演*', expiresAt: systemClock() + 3_600_000 })
    return aPhone(name, stack(), { storage: new Map([['yichuang.session', session], ['yichuang.large', kept(large)]]) })
  }

  it.each([['usual', false], ['large', true]])('hands the first screen of somebody with something everywhere to the view in at most 6 calls and 32 KB, in %s type', async (_, large) => {
    const host = open(large)
    await host.launch()
    await host.until('the number', () => /您的号/.test(host.view.text()))
    await host.until('the appointment', () => /已预约/.test(host.view.text()))
    // What is asked for besides has come by then too.
    await new Promise((resolve) => { setTimeout(resolve, 500) })
    await host.idle()
    firstScreenIsLight(host)
    host.close()
    expect(host.faults).toEqual([])
  }, 60_000)

  it('draws no page of more than 1,000 nodes', async () => {
    const host = open()
    await host.launch()
    const nodes: Record<string, number> = {}
    for (const page of openPackage(name).pages) {
      const short = page.replace(/^pages\/(.+)\/index$/, '$1')
      await host.open(`/${page}?${full[short] ?? ''}`)
      // Whatever it asks for has come by then, or the page says what became of it.
      await new Promise((resolve) => { setTimeout(resolve, 100) })
      await host.idle()
      nodes[short] = host.view.nodes()
    }
    host.close()
    expect(host.faults).toEqual([])
    expect(Object.entries(least).filter(([page, count]) => (nodes[page] ?? 0) < count).map(([page]) => `${page}: ${nodes[page]}`)).toEqual([])
    expect(Object.entries(nodes).filter(([, count]) => count > MOST_NODES)).toEqual([])
  }, 60_000)
})
