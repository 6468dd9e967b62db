import { linkOfCode } from '@shared/link'
import { useStack } from '../support/stack'
import type { Host } from './host/host'
import { aPhone, onTheScreen, openings, openWindow, pageOf, type StaffedWindow } from './visit'

/** The hall of the tests is at 23.13, 113.36. Alipay gives the shifted coordinates of its map, some 600 m away. */
const inTheHall = { weapp: { latitude: 23.13, longitude: 113.36 }, alipay: { latitude: 23.12743, longitude: 113.36532 } } as const
const signIn = { weapp: '微信登录', alipay: '支付宝登录' } as const

describe.each(['weapp', 'alipay'] as const)('the built %s package', (name) => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  let host: Host
  let window: StaffedWindow
  beforeAll(async () => { window = await openWindow(stack()) })
  beforeEach(() => { host = aPhone(name, stack()) })
  afterEach(() => {
    host.close()
    expect(host.faults).toEqual([])
    // One server, whichever the build has named.
    expect(new Set(host.phone.requests.map(({ url }) => new URL(url).origin)).size).toBe(1)
  })
  const sees = (text: string | RegExp, limitMs?: number): Promise<void> =>
    host.until(String(text), () => (typeof text === 'string' ? host.view.text().includes(text) : text.test(host.view.text())), limitMs)
  const reaches = (page: string): Promise<void> => host.until(`the page ${page}`, () => pageOf(host) === page)
  const openFirst: (scanned: { code: string; link: string }) => Promise<void> = async (scanned) => { await Object.values(openings[name])[0]?.(host, scanned) }
  const press = (button: string): void => host.view.tap(host.view.one({ role: 'button', name: button }))
  /** Reads, ticks and signs in: without the tick nothing is asked of the platform. */
  const agreeAndSignIn = async (): Promise<void> => {
    press(signIn[name])
    await sees('请先阅读《隐私保护指引》并勾选同意')
    expect(pageOf(host)).toBe('sign-in')
    host.view.tap(host.view.one({ role: 'checkbox', name: /^我已阅读并同意/ }))
    await host.idle()
    press(signIn[name])
  }

  /** From the scan to the ticket's page, by way of signing in. Gives the ticket's id. */
  const takeOne = async (): Promise<string> => {
    await openFirst(await onTheScreen(stack()))
    await reaches('take')
    await sees('综合业务')
    const button = host.view.one({ role: 'button', name: '取号' })
    host.view.tap(button)
    host.view.tap(button)
    await reaches('sign-in')
    await agreeAndSignIn()
    await reaches('ticket')
    // Two taps open one page to sign in, and it is gone when it has done its work.
    expect(host.stackPaths()).not.toContain('pages/sign-in/index')
    return host.page().query.id ?? ''
  }

  it('starts on home, with the halls the server knows', async () => {
    await host.launch()
    await sees('测试大厅')
    expect(pageOf(host)).toBe('home')
    expect(host.view.find({ role: 'tab', name: /./ }).map(({ attributes }) => attributes['aria-selected'])).toEqual(['true', 'false', 'false'])
    expect(host.page().title).toBe('一窗')
  })

  it('says so when it is started without a network, and fetches the halls when there is one', async () => {
    host.phone.online = false
    await host.launch()
    await sees('网络已断开')
    await host.setOnline(true)
    await sees('测试大厅')
    expect(host.view.text()).not.toContain('网络已断开')
  })

  it.each(Object.keys(openings[name]))('goes from %s to taking a number in that hall', async (how) => {
    await openings[name][how]?.(host, await onTheScreen(stack()))
    await reaches('take')
    await sees('已在大厅扫码')
    expect(host.page().query.hall).toBe('test')
  })

  it('takes one number, waits, is called, is served and rates', async () => {
    await window.queueOne()
    await window.queueOne()
    const ticketId = await takeOne()

    await sees('前面还有2人')
    expect(host.view.find({ role: 'heading', name: '前面还有 2 人' })).toHaveLength(1)
    await window.serveOne()
    await window.serveOne()
    await sees('下一位就是您')
    expect(host.phone.vibrations).toBe(0)

    await window.callNext()
    await sees('请到2号窗口')
    await host.until('a vibration', () => host.phone.vibrations === 1)
    // Nobody waits for the next question: a phone that is unlocked asks at once.
    await host.hide()
    await window.move(ticketId, 'recall')
    await host.show()
    await host.until('a second vibration', () => host.phone.vibrations === 2)

    await host.hide()
    await window.move(ticketId, 'start', 'finish')
    await host.show()
    await sees('办完了')
    press('去评价')
    await reaches('rate')
    await sees('这次办得怎么样')
    host.view.tap(host.view.one({ role: 'radio', name: '不满意' }))
    await sees('说说是怎么回事')
    host.view.input(host.view.one({ role: 'textbox', name: '说说是怎么回事' }), '窗口没有给样本')
    await sees('已写 7 / 500 字')
    press('提交评价')
    await sees('谢谢您的评价')

    const { tickets } = await stack().client.call('listTickets', {}, { token: tokenOn(host) })
    expect(tickets).toEqual([expect.objectContaining({ ticketId, state: 'finished', rated: true })])
    expect(await stack().client.call('readRating', { params: { ticketId } }, { token: tokenOn(host) })).toMatchObject({ level: 2, text: '窗口没有给样本' })
  }, 60_000)

  it('shows the last known number after a restart without a network, as old, and brings it up to date when the network is back', async () => {
    const id = await takeOne()
    await sees('下一位就是您')
    host.close()
    host = aPhone(name, stack(), { storage: host.phone.storage })
    host.phone.online = false
    await host.launch({ path: 'pages/ticket/index', query: { id } })
    await sees(/这是 \d\d:\d\d 的情况，现在可能变了连不上网络/)
    await window.callNext()
    await host.setOnline(true)
    await sees('请到2号窗口')
    expect(host.view.text()).not.toContain('现在可能变了')
    await window.move(id, 'start', 'finish')
  })

  it('says what is wrong with a code that is not the hall’s, and offers a way on', async () => {
    const { code, link } = await onTheScreen(stack())
    const forged = `${code.slice(0, -3)}${code.at(-3) === 'A' ? 'B' : 'A'}${code.slice(-2)}`
    await openFirst({ code: forged, link: link.replace(code, forged) })
    await sees('这个码用不了')
    expect(host.view.find({ role: 'button', name: '再扫一次' })).toHaveLength(1)
  })

  it('asks for the place after a poster’s code, and takes no for an answer', async () => {
    const code = await stack().people.posterCode('test')
    await openFirst({ code, link: linkOfCode(stack().url, code) })
    await sees('请确认您在大厅')
    press('使用我的位置')
    await sees('没有拿到位置')
    host.phone.place = inTheHall[name]
    press('去设置里允许位置')
    await reaches('take')
    await sees('已在大厅扫码')
  })

  it('shows the privacy guide to who is not signed in, in a package that is fetched for it', async () => {
    await host.launch()
    await sees('我的')
    host.view.tap(host.view.one({ role: 'tab', name: /我的/ }))
    await reaches('me')
    host.view.tap(host.view.one({ role: 'link', name: /隐私保护指引/ }))
    await reaches('account/privacy-guide')
    await sees('只在您点了“使用我的位置”时读一次')
  })

  it('finds a guide by everyday words, in a package that is fetched for it', async () => {
    await host.launch()
    await sees('要办什么事')
    host.view.tap(host.view.one({ role: 'link', name: /要办什么事/ }))
    await reaches('guides/search')
    host.view.input(host.view.one({ role: 'textbox', name: '要办什么事' }), '搬家')
    await sees('户口迁入')
    host.view.tap(host.view.one({ role: 'link', name: /^户口迁入/ }))
    await reaches('guides/guide')
    await sees('带什么')
  })

  it('tells a slip in a case number before anything is sent', async () => {
    await host.launch()
    await sees('查进度')
    press('查进度')
    await reaches('cases')
    await sees('登录后看您的办件')
    press('凭受理回执查')
    await reaches('cases/receipt')
    host.view.input(host.view.one({ role: 'textbox', name: '办件号' }), '11440100007482576H3440118009000202601050001')
    press('查进度')
    await sees('前 18 位对不上')
    expect(host.phone.requests.filter(({ url }) => url.includes('/api/cases'))).toEqual([])
  })

  it('speaks English on an English phone', async () => {
    host.phone.language = 'en'
    await host.launch()
    await sees('Scan, take a number')
    expect(host.view.text()).not.toContain('扫码取号')
  })
})

/** The session the app keeps on this phone. */
const tokenOn = (host: Host): string =>
  (JSON.parse(host.phone.storage.get('yichuang.session') ?? 'null') as { value: { token: string } } | null)?.value.token ?? ''
