import type { Stack } from '../../support/stack'
import { newKey } from '../../support/people'
import type { Host } from '../host/host'
import type { Start } from '../host/apiTable'
import type { PlatformName } from '../host/platform'
import { aPhone, onTheScreen, openings, pageOf } from '../visit'

export const packages = ['weapp', 'alipay'] as const
export const signInButton = { weapp: '微信登录', alipay: '支付宝登录' } as const
/** The hall of the tests is at 23.13, 113.36. Alipay gives the shifted coordinates of its map, some 600 m away. */
export const inTheHall = { weapp: { latitude: 23.13, longitude: 113.36 }, alipay: { latitude: 23.12743, longitude: 113.36532 } } as const

/** As long as it takes until a tap on the same thing is meant as another one; no finger is as quick as a test. */
export const secondTap = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 650) })

/** Tests of different packages and files never share a citizen: each phone is somebody else's. */
let citizens = 100

/** One citizen with a phone, in the words of what people do. Tests get a new one each. */
export interface Walk {
  readonly host: Host
  readonly sees: (text: string | RegExp, limitMs?: number) => Promise<void>
  readonly reaches: (page: string) => Promise<void>
  readonly says: () => string
  /** Waits for the button and presses it. */
  readonly press: (button: string | RegExp, role?: 'button' | 'link' | 'tab' | 'checkbox' | 'radio') => Promise<void>
  readonly offers: (button: string | RegExp) => boolean
  readonly type: (field: string, text: string) => Promise<void>
  /** Scans the code that the hall's screen shows now, by the first of the platform's ways. */
  readonly scanHall: () => Promise<void>
  /** On the page to sign in: agrees to the guide, and signs in. */
  readonly agreeAndSignIn: () => Promise<void>
  /** Starts the app and signs in from “me”. */
  readonly signInFirst: () => Promise<void>
  /** From the scan to the ticket’s page, by way of signing in when nobody has yet. Gives the ticket's id. */
  readonly takeOne: () => Promise<string>
  /** The system ends the app; it is started again on the same phone. */
  readonly reopen: (start?: Partial<Start>, prepare?: (phone: Host['phone']) => void) => Promise<void>
  /** A message is opened: it names a page. Cold unless the app is still running. */
  readonly openMessage: (page: string, query: Readonly<Record<string, string>>) => Promise<void>
  /** The session the app keeps on this phone; null when nobody is signed in. */
  readonly token: () => string | null
  readonly takings: () => number
  /** How often the phone vibrated, at earlier starts of the app too. */
  readonly felt: () => number
}

const tokenOn = ({ phone }: Host): string | null => (JSON.parse(phone.storage.get('yichuang.session') ?? 'null') as { value: { token: string } } | null)?.value.token ?? null

/** Gives each test of the package `name` a walk of its own. Whatever a walk left undone at the hall is cancelled after it. */
export const useWalk = (name: PlatformName, stack: () => Stack): Walk => {
  let host: Host
  let citizen = 0
  const closed: Host[] = []
  beforeEach(() => { citizen = citizens += 1; host = aPhone(name, stack(), {}, citizen) })
  afterEach(async () => {
    host.close()
    closed.push(host)
    const token = tokenOn(host)
    const faults = closed.splice(0).flatMap((one) => one.faults)
    if (token) {
      const answer = await stack().client.ask('listTickets', {}, { token })
      const { tickets = [] } = JSON.parse(answer.text) as { tickets?: { ticketId: string; state: string }[] }
      for (const { ticketId, state } of tickets) {
        if (['waiting', 'returned', 'transferred', 'called', 'missed'].includes(state)) await stack().client.ask('moveTicket', { params: { ticketId }, body: { move: 'cancel' } }, { token, key: newKey() })
      }
    }
    expect(faults).toEqual([])
    // One server, whichever the build has named.
    expect(new Set(host.phone.requests.map(({ url }) => new URL(url).origin)).size).toBeLessThanOrEqual(1)
  })

  const walk: Walk = {
    get host() { return host },
    says: () => host.view.text(),
    sees: (text, limitMs) => host.until(String(text), () => (typeof text === 'string' ? host.view.text().includes(text) : text.test(host.view.text())), limitMs),
    reaches: (page) => host.until(`the page ${page}`, () => pageOf(host) === page),
    offers: (button) => host.view.find({ role: 'button', name: button }).length > 0,
    press: async (button, role = 'button') => {
      await host.until(`${role} ${String(button)}`, () => host.view.find({ role, name: button }).length === 1)
      host.view.tap(host.view.one({ role, name: button }))
      await host.idle()
    },
    type: async (field, text) => {
      await host.until(`the field ${field}`, () => host.view.find({ role: 'textbox', name: field }).length === 1)
      host.view.input(host.view.one({ role: 'textbox', name: field }), text)
      await host.idle()
    },
    scanHall: async () => { await Object.values(openings[name])[0]?.(host, await onTheScreen(stack())) },
    agreeAndSignIn: async () => {
      await walk.reaches('sign-in')
      await walk.press(/^我已阅读并同意/, 'checkbox')
      await walk.press(signInButton[name])
    },
    signInFirst: async () => {
      await host.launch({ path: 'pages/me/index' })
      await walk.press('登录')
      await walk.agreeAndSignIn()
      await walk.reaches('me')
      await walk.sees('退出登录')
    },
    takeOne: async () => {
      await walk.scanHall()
      await walk.reaches('take')
      await walk.sees('综合业务')
      await walk.press('取号')
      if (tokenOn(host) === null) await walk.agreeAndSignIn()
      await walk.reaches('ticket')
      return host.page().query.id ?? ''
    },
    reopen: async (start, prepare) => {
      host.close()
      closed.push(host)
      host = aPhone(name, stack(), { before: host.phone }, citizen)
      prepare?.(host.phone)
      await host.launch(start)
    },
    openMessage: async (page, query) => {
      const start = { path: `pages/${page}/index`, query: Object.fromEntries(Object.entries(query).map(([key, value]) => [key, encodeURIComponent(value)])), scene: 1014 }
      if (host.stackPaths().length === 0) { await host.launch(start); return }
      await host.hide()
      await host.show(start)
      // Alipay's page says only that the app hears of it; it opens the page that the message names.
      const pairs = Object.entries(start.query).map(([key, value]) => `${key}=${value}`).join('&')
      if (name === 'alipay') await host.open(`/${start.path}?${pairs}`)
    },
    token: () => tokenOn(host),
    felt: () => [...closed, host].reduce((sum, { phone }) => sum + phone.vibrations, 0),
    takings: () => host.phone.requests.filter(({ method, url }) => method === 'POST' && new URL(url).pathname === '/api/tickets').length,
  }
  return walk
}
