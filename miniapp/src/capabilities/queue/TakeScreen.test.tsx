import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, now as clock } from '@/platform'
import { hidePage, phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { takeIntents } from './api'
import { aBoard, aHall, anItem, aTicket } from './builders'
import { TakeScreen } from './TakeScreen'

const proof = { presence: 'tianhe.proof-of-presence', expiresAt: Date.UTC(2100, 0, 1) }
const refusal = (status: number, code: string, retry = 'never'): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry, requestId: 'r-1' } } })

let server: PhoneServer
let unmount = (): void => undefined
const dropPresence = jest.fn()
interface Scene { readonly over?: boolean; readonly board?: (count: number) => object; readonly onTake?: (request: Received, count: number) => Reply; readonly mine?: readonly object[]; readonly presence?: typeof proof | null; readonly signedIn?: boolean; readonly hall?: Reply; readonly item?: string; readonly allow?: () => Promise<void> }

const signIn = () => act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
const show = ({ presence = proof, over = false, item = '', allow }: Scene = {}): void => {
  unmount = render(<TakeScreen hallId='tianhe' itemId={item} presenceOf={() => presence} presenceOver={() => over} dropPresence={dropPresence} allow={allow} />).unmount
}
const open = async (scene: Scene = {}) => {
  const items = [anItem(), anItem({ itemId: 'property', lineId: 'B', name: { zh: '不动产登记', en: 'Property' }, materials: [] })]
  let takes = 0
  let boards = 0
  server = await servePhone((request) => {
    if (request.method === 'POST') { takes += 1; return scene.onTake?.(request, takes) ?? { status: 201, body: aTicket() } }
    if (request.path === '/api/tickets') return { body: { tickets: scene.mine ?? [], missing: [] } }
    if (request.path.endsWith('/board') && scene.board) { boards += 1; return { body: scene.board(boards) } }
    if (request.path.endsWith('/items')) return { body: { items } }
    return request.path.endsWith('/board') ? { body: aBoard() } : scene.hall ?? { body: aHall() }
  })
  if (scene.signedIn ?? true) signIn()
  show(scene)
}
const takes = () => server.received.filter(({ method }) => method === 'POST')
const keys = () => new Set(takes().map(({ headers }) => headers['idempotency-key']))
const button = async (name: string) => screen.findByRole('button', { name })
const opened = (): string | undefined => phone.opened.at(-1)?.url
const TICKET = `/pages/ticket/index?id=${aTicket().ticketId}`

beforeEach(() => dropPresence.mockClear())
afterEach(async () => {
  unmount()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('whoever scanned needs one tap: the general line, no item', async () => {
  await open()
  await screen.findAllByText(/12 人在等 · 约等 15–30 分钟/)
  fireEvent.click(await button('取号'))
  await waitFor(() => expect(opened()).toBe(TICKET))
  expect(takes()[0]?.body).toEqual({ hallId: 'tianhe', lineId: 'A', presence: proof.presence })
})

test('a double tap takes one number', async () => {
  await open()
  const take = await button('取号')
  // Both before React can draw the button anew.
  act(() => { take.click(); take.click() })
  await waitFor(() => expect(opened()).toBe(TICKET))
  expect(takes()).toHaveLength(1)
})

test('the tap asks to allow messages and takes the number at once; no page opens under the question, and any answer leads on', async () => {
  let answer = (): void => undefined
  const allow = jest.fn(() => new Promise<void>((resolve) => { answer = resolve }))
  await open({ allow })
  fireEvent.click(await button('取号'))
  expect(allow).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(takes()).toHaveLength(1))
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 100) }) })
  expect(opened()).toBeUndefined()
  await act(async () => answer())
  await waitFor(() => expect(opened()).toBe(TICKET))
})

test('the item decides the line, its papers can be ticked off, and what the city holds need not be brought', async () => {
  await open()
  fireEvent.click(await screen.findByRole('link', { name: /居住证办理/ }))
  expect(screen.getByText('共 1 样，已备好 0 样')).toBeInTheDocument()
  expect(screen.getByText('不用带，系统里已有')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('checkbox', { name: '居民身份证' }))
  expect(screen.getByText('都带齐了')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('radio', { name: '65 岁以上长者' }))
  fireEvent.click(await button('取号'))
  await waitFor(() => expect(takes()).toHaveLength(1))
  expect(takes()[0]?.body).toEqual({ hallId: 'tianhe', lineId: 'A', itemId: 'residence-permit', priority: 'elder', presence: proof.presence })
})

test('another line can be chosen, and a line without priorities asks for none', async () => {
  await open()
  fireEvent.click(await screen.findByRole('radio', { name: /不动产登记/ }))
  expect(screen.queryByText('需要优先吗')).not.toBeInTheDocument()
  fireEvent.click(await button('取号'))
  await waitFor(() => expect(takes()[0]?.body).toMatchObject({ lineId: 'B' }))
})

test('a lost answer is asked for again with the same key, and said', async () => {
  await open({ onTake: (_, count) => count < 3 ? 'drop' : { status: 201, body: aTicket() } })
  fireEvent.click(await button('取号'))
  expect(await screen.findByText(/正在确认取到没有/, {}, { timeout: 4000 })).toBeInTheDocument()
  await waitFor(() => expect(opened()).toBe(TICKET), { timeout: 4000 })
  expect(takes()).toHaveLength(3)
  expect(keys().size).toBe(1)
})

test('whoever is not signed in signs in first, and then the press is carried out with everything as it was', async () => {
  const allow = jest.fn(async () => undefined)
  await open({ signedIn: false })
  fireEvent.click(await screen.findByRole('link', { name: /居住证办理/ }))
  fireEvent.click(await button('取号'))
  expect(opened()).toBe(`/pages/sign-in/index?next=${encodeURIComponent('/pages/take/index?hall=tianhe')}`)
  expect(takes()).toHaveLength(0)
  unmount()
  signIn()
  show({ allow })
  await waitFor(() => expect(opened()).toBe(TICKET))
  // Nothing is asked without a tap.
  expect(allow).not.toHaveBeenCalled()
  expect(takes().map(({ body }) => body)).toEqual([{ hallId: 'tianhe', lineId: 'A', itemId: 'residence-permit', presence: proof.presence }])
})

test('without a scan everything can be prepared, and the button scans', async () => {
  await open({ presence: null, item: 'residence-permit' })
  expect(await screen.findByText('居民身份证')).toBeInTheDocument()
  phone.scan = 'https://yichuang.example/s/rtianhe.zx81k2.Ab3dEf6hIj9l'
  fireEvent.click(await button('扫码取号'))
  await waitFor(() => expect(opened()).toBe('/pages/scan/index?c=rtianhe.zx81k2.Ab3dEf6hIj9l&hall=tianhe'))
  expect(takes()).toHaveLength(0)
})

test('a refusal says why and how to go on', async () => {
  await open({ onTake: () => refusal(422, 'PRIORITY_NOT_OFFERED') })
  fireEvent.click(await screen.findByRole('radio', { name: '残障人士' }))
  fireEvent.click(await button('取号'))
  expect(await screen.findByRole('dialog', { name: '没有取到号' })).toHaveTextContent('message of PRIORITY_NOT_OFFERED')
  fireEvent.click(await button('不要优先，取普通号'))
  await waitFor(() => expect(takes()).toHaveLength(2))
  expect(takes()[1]?.body).toEqual({ hallId: 'tianhe', lineId: 'A', presence: proof.presence })
  expect(keys().size).toBe(2)
})

test('a scan that has run out is thrown away and made anew', async () => {
  await open({ onTake: () => refusal(422, 'PRESENCE_EXPIRED') })
  fireEvent.click(await button('取号'))
  expect(await button('去扫码')).toBeInTheDocument()
  expect(dropPresence).toHaveBeenCalledWith('tianhe')
})

test('a number already held in the line is the first thing offered', async () => {
  await open({ mine: [aTicket()] })
  fireEvent.click(await button('看我的号'))
  expect(opened()).toBe(TICKET)
})

test('a hall that is closed, unknown or cannot be reached says so', async () => {
  await open({ hall: { body: aHall({ hours: { open: false, opensAt: null, closesAt: null } }) } })
  await screen.findByText('天河区政务服务中心')
  await server.close()
  unmount()
  await open({ hall: refusal(404, 'HALL_NOT_FOUND') })
  expect(await screen.findByText('没有找到这个大厅')).toBeInTheDocument()
  await server.close()
  unmount()
  await open({ hall: 'drop' })
  expect(await screen.findByText(/网络连接不上/)).toBeInTheDocument()
})

test('after a try without an answer another line is chosen: its number is shown as what it is, and no other is taken unasked', async () => {
  const mine: object[] = []
  await open({ mine, onTake: ({ body }, count) => {
    if (count > 1) return { status: 201, body: aTicket({ ticketId: 'tianhe.b', lineId: (body as { lineId: string }).lineId }) }
    mine.push(aTicket({ takenAt: clock(), asOf: clock() }))
    return refusal(429, 'RATE_LIMITED', 'later')
  } })
  // Once the page is whole it has looked for acts left open: one that comes later is not carried out by itself.
  await screen.findByRole('radio', { name: /不动产登记/ })
  await screen.findAllByText(/12 人在等/)
  takeIntents.open('take/tianhe', { hallId: 'tianhe', lineId: 'A', presence: proof.presence })
  fireEvent.click(await button('取号'))
  expect(await screen.findByText('message of RATE_LIMITED')).toBeInTheDocument()
  fireEvent.click(await button('知道了'))
  fireEvent.click(await screen.findByRole('radio', { name: /不动产登记/ }))
  fireEvent.click(await button('取号'))
  expect(await screen.findByRole('dialog', { name: '之前那次取到了，号是 A040' })).toBeInTheDocument()
  expect(takes()).toHaveLength(1)
  fireEvent.click(await button('这次的也取号'))
  await waitFor(() => expect(opened()).toBe('/pages/ticket/index?id=tianhe.b'))
  expect(takes()[1]?.body).toMatchObject({ lineId: 'B' })
})

test('the line taken for granted does not change under the finger; when it shuts, why is said', async () => {
  const [a, b] = aBoard().lines
  await open({ board: (count) => count === 1 ? aBoard() : aBoard({ lines: [{ ...a!, paused: true }, b!] }) })
  await screen.findAllByText(/12 人在等/)
  act(() => hidePage())
  act(() => showPage())
  expect(await screen.findByText('“综合业务”现在不能取号：暂停取号。')).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: /综合业务/ })).toHaveAttribute('aria-checked', 'true')
  expect(await button('取号')).toHaveAttribute('aria-disabled', 'true')
})

// Last, because the first try goes on in the background, as it would on a phone.
test('a restart in the middle settles the same act by itself', async () => {
  await open({ onTake: (_, count) => count === 1 ? 'hang' : { status: 201, body: aTicket() } })
  fireEvent.click(await button('取号'))
  await waitFor(() => expect(takes()).toHaveLength(1))
  unmount()
  show()
  await waitFor(() => expect(opened()).toBe(TICKET))
  expect(takes()).toHaveLength(2)
  expect(keys().size).toBe(1)
})

test('whose scan has run out is told so, not as if they had never scanned; one tap scans again', async () => {
  await open({ presence: null, over: true })
  expect(await screen.findByText('扫码已超过时限。再扫一次就能取号，选好的都还在。')).toBeInTheDocument()
  expect(screen.queryByText(/到大厅扫码才能取号/)).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: '扫码取号' })).toBeInTheDocument()
})

test('a closed hall does not keep anybody at its door: another day can be booked, or another hall looked at', async () => {
  await open({ hall: { body: aHall({ hours: { open: false, opensAt: null, closesAt: null } }) }, board: () => aBoard({ open: false }) })
  expect(await screen.findByText('大厅现在没有开门。')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '预约改天来' }))
  expect(opened()).toBe('/pages/book/index?hall=tianhe')
  fireEvent.click(screen.getByRole('button', { name: '看别的大厅' }))
  expect(opened()).toBe('/pages/halls/index')
})
