import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Ticket } from '@shared/queue'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, now as clock } from '@/platform'
import { setAppearance } from '@/ui'
import { hidePage, phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { aCall, aTicket } from './builders'
import { TicketScreen } from './TicketScreen'

const { ticketId } = aTicket()
const vibrate = jest.fn(() => true)
const soon = { nextPollSeconds: 1 }
const refusal = (status: number, code: string, retry = 'never'): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry, requestId: 'r-1' } } })

let server: PhoneServer
let unmount: () => void
/** What the server says now; a test changes it as the hall would. */
let now: Ticket | Reply
const isTicket = (value: Ticket | Reply): value is Ticket => typeof value === 'object' && 'ticketId' in value
const answer = (): Reply => isTicket(now) ? { body: { ...now, asOf: clock() } } : now

const open = async (first: Ticket | Reply, onMove?: (move: Received) => Reply) => {
  now = first
  server = await servePhone((request) => request.method === 'POST' && onMove ? onMove(request) : answer())
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  unmount = render(<TicketScreen ticketId={ticketId} caseOfVisit={<p>what was handed in</p>} departure={<p>when to set out</p>} />).unmount
}
const moves = () => server.received.filter(({ method }) => method === 'POST')

beforeEach(() => { vibrate.mockClear(); Object.assign(navigator, { vibrate }) })
afterEach(async () => {
  unmount()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('people ahead are the headline, the number second, with the wait and what it rests on', async () => {
  await open(aTicket({ takenAt: clock() }))
  expect(await screen.findByText('12')).toHaveClass('is-giant')
  expect(screen.getByText('A040')).toHaveClass('is-head')
  expect(screen.getByText('大约还要等 15–30 分钟')).toBeInTheDocument()
  expect(screen.getByText(/按过去一小时叫过的 24 个号估算/)).toBeInTheDocument()
})

test('when to set out stands there while the turn is to come, and no longer than that', async () => {
  await open(aTicket({ takenAt: clock(), ...soon }))
  expect(await screen.findByText('when to set out')).toBeInTheDocument()
  now = aTicket({ takenAt: clock(), ahead: 0, ...soon })
  await screen.findByRole('heading', { name: '下一位就是您' }, { timeout: 3000 })
  expect(screen.queryByText('when to set out')).not.toBeInTheDocument()
})

test('a call fills the screen, is spoken and vibrates; a recall vibrates again, a repeated answer does not', async () => {
  await open(aTicket({ takenAt: clock(), ahead: 0, ...soon }))
  await screen.findByRole('heading', { name: '下一位就是您' })
  now = aCall({ takenAt: clock(), calledAt: 1, ...soon })
  expect(await screen.findByText('5', {}, { timeout: 3000 })).toHaveClass('yc-called-figure')
  expect(screen.getByText('A040，请到 5号窗口')).toHaveAttribute('aria-live', 'assertive')
  fireEvent.touchStart(screen.getByText('5'))
  const asked = server.received.length
  await waitFor(() => expect(server.received.length).toBeGreaterThan(asked), { timeout: 3000 })
  expect(vibrate).toHaveBeenCalledTimes(1)
  now = aCall({ takenAt: clock(), calledAt: 1, calls: 2, ...soon })
  await waitFor(() => expect(vibrate).toHaveBeenCalledTimes(2), { timeout: 3000 })
  expect(screen.getByText('第 2 次叫您，请尽快过去')).toBeInTheDocument()
})

test('the same call does not vibrate again after it was doubtful for a while', async () => {
  await open(aCall({ takenAt: clock(), calledAt: 1, ...soon }))
  await screen.findByText('5')
  now = 'drop'
  const ahead = jest.spyOn(Date, 'now').mockReturnValue(clock() + 60_000)
  expect(await screen.findByText(/现在可能变了/, {}, { timeout: 3000 })).toBeInTheDocument()
  ahead.mockRestore()
  now = aCall({ takenAt: clock(), calledAt: 1, ...soon })
  expect(await screen.findByText('5', {}, { timeout: 6000 })).toHaveClass('yc-called-figure')
  expect(vibrate).toHaveBeenCalledTimes(1)
})

test('a call is felt again and again until the page is touched', async () => {
  await open(aCall({ takenAt: clock(), calledAt: 1 }))
  await screen.findByText('5')
  await waitFor(() => expect(vibrate).toHaveBeenCalledTimes(2), { timeout: 4000 })
  fireEvent.touchStart(screen.getByText('5'))
  await new Promise((resolve) => { setTimeout(resolve, 3500) })
  expect(vibrate).toHaveBeenCalledTimes(2)
})

describe('how one hears of the call', () => {
  const release = jest.fn(async () => undefined)
  const request = jest.fn(async () => ({ release, addEventListener: () => undefined }))
  afterEach(() => { Object.assign(navigator, { maxTouchPoints: 0 }); Reflect.deleteProperty(navigator, 'wakeLock') })

  test('by vibrating, where the phone can and its screen stays on while the number lives', async () => {
    Object.assign(navigator, { maxTouchPoints: 1, wakeLock: { request } })
    await open(aTicket({ takenAt: clock(), ...soon }))
    expect(await screen.findByText(/手机会振动/)).toBeInTheDocument()
    expect(request).toHaveBeenCalledWith('screen')
    now = aTicket({ takenAt: clock(), state: 'serving', ahead: null, wait: null })
    await waitFor(() => expect(release).toHaveBeenCalled(), { timeout: 3000 })
  })

  test('else by looking, and no vibration is promised', async () => {
    await open(aTicket({ takenAt: clock() }))
    expect(await screen.findByText(/这一页会变红/)).toBeInTheDocument()
    expect(screen.queryByText(/手机会振动/)).not.toBeInTheDocument()
  })
})

test('a page that is hidden shows the state as old at once, for that is what is seen first after unlocking', async () => {
  await open(aTicket({ takenAt: clock() }))
  expect(await screen.findByText('刚刚更新')).toBeInTheDocument()
  act(() => hidePage())
  expect(screen.queryByText('刚刚更新')).not.toBeInTheDocument()
  expect(screen.getByText(/现在可能变了/)).toBeInTheDocument()
  act(() => showPage())
  expect(await screen.findByText('刚刚更新')).toBeInTheDocument()
})

test('only the headline is a heading', async () => {
  await open(aTicket({ takenAt: clock() }))
  expect(await screen.findByRole('heading', { name: '前面还有 12 人' })).not.toHaveTextContent('大约')
})

test('why more people are ahead is told, asking since what was last seen', async () => {
  await open(aTicket({ takenAt: clock(), ...soon }))
  await screen.findByText('12')
  now = aTicket({ takenAt: clock(), ahead: 14, moved: [{ reason: 'priority', people: 2 }], nextPollSeconds: 60 })
  expect(await screen.findByText(/2 位优先人员（长者、残障等）排到了前面/, {}, { timeout: 3000 })).toBeInTheDocument()
  expect(server.received.at(-1)?.path).toMatch(/\?seen=7$/)
})

test('a hidden page asks nothing, and asks at once when it is seen again', async () => {
  await open(aTicket({ takenAt: clock(), ...soon }))
  await screen.findByText('12')
  act(() => hidePage())
  const asked = server.received.length
  now = aTicket({ takenAt: clock(), ahead: 7 })
  await new Promise((resolve) => { setTimeout(resolve, 1500) })
  expect(server.received.length).toBe(asked)
  act(() => showPage())
  expect(await screen.findByText('7')).toBeInTheDocument()
})

test('after a restart without a network the last known state is shown as old, without advice', async () => {
  await open(aTicket({ takenAt: clock() }))
  await screen.findByText('12')
  unmount()
  now = 'drop'
  unmount = render(<TicketScreen ticketId={ticketId} />).unmount
  expect(await screen.findByText(/这是 .* 的情况，现在可能变了/)).toBeInTheDocument()
  expect(await screen.findByText(/连不上网络/)).toBeInTheDocument()
  expect(screen.getByText('12')).toBeInTheDocument()
  expect(screen.queryByText(/大约还要等/)).not.toBeInTheDocument()
  expect(vibrate).not.toHaveBeenCalled()
})

test('cancelling is asked again first, and a double tap cancels once', async () => {
  const cancelled = aTicket({ takenAt: clock(), state: 'cancelled', ahead: null, wait: null })
  await open(aTicket({ takenAt: clock() }), () => ({ body: { ...cancelled, asOf: clock() } }))
  fireEvent.click(await screen.findByRole('button', { name: '取消这个号' }))
  expect(moves()).toHaveLength(0)
  const dialog = screen.getByRole('dialog', { name: '真的要取消吗？' })
  const yes = screen.getAllByRole('button', { name: '取消这个号' }).find((button) => dialog.contains(button))
  if (!yes) throw new Error('no button in the dialog')
  // Both before React can draw the button anew.
  act(() => { yes.click(); yes.click() })
  expect(await screen.findByRole('heading', { name: '这个号已取消' })).toBeInTheDocument()
  expect(moves()).toHaveLength(1)
  expect(moves()[0]?.body).toEqual({ move: 'cancel' })
})

test('letting others go first is sent with the same key when the answer was lost', async () => {
  let answered = 0
  await open(aTicket({ takenAt: clock(), nextPollSeconds: 60 }), () => {
    answered += 1
    return answered < 3 ? 'drop' : { body: aTicket({ takenAt: clock(), asOf: clock(), ahead: 17, defersLeft: 1 }) }
  })
  const defer = async () => {
    fireEvent.click(await screen.findByRole('button', { name: '我要晚点到' }))
    fireEvent.click(screen.getByRole('radio', { name: '让 5 人先办' }))
    fireEvent.click(screen.getByRole('button', { name: '让 5 人先办' }))
  }
  await defer()
  expect(await screen.findByText('没有收到结果，可再点一次，不会重复。', {}, { timeout: 4000 })).toBeInTheDocument()
  await defer()
  expect(await screen.findByText('已让 5 人先办')).toBeInTheDocument()
  expect(moves().map(({ body }) => body)).toEqual(Array.from({ length: 3 }, () => ({ move: 'defer', places: 5 })))
  expect(new Set(moves().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('fewer stood behind than were to go first: what is said is what happened, right above the buttons', async () => {
  await open(aTicket({ takenAt: clock(), nextPollSeconds: 60 }), () => ({ body: aTicket({ takenAt: clock(), asOf: clock(), ahead: 14, defersLeft: 1 }) }))
  fireEvent.click(await screen.findByRole('button', { name: '我要晚点到' }))
  fireEvent.click(screen.getByRole('radio', { name: '让 10 人先办' }))
  fireEvent.click(screen.getByRole('button', { name: '让 10 人先办' }))
  expect((await screen.findByText('已让 2 人先办')).closest('.yc-ticket-acts')).not.toBeNull()
})

test('when calls hide how many went first, what stands ahead now is said', async () => {
  await open(aTicket({ takenAt: clock(), nextPollSeconds: 60 }), () => ({ body: aTicket({ takenAt: clock(), asOf: clock(), ahead: 11, defersLeft: 1 }) }))
  fireEvent.click(await screen.findByRole('button', { name: '我要晚点到' }))
  fireEvent.click(screen.getByRole('button', { name: '让 3 人先办' }))
  expect(await screen.findByText('已往后排，现在前面有 11 人')).toBeInTheDocument()
})

test('a missed number shows the minutes left and comes back with one tap', async () => {
  const missed = aTicket({ takenAt: clock(), state: 'missed', ahead: null, wait: null, returnBefore: clock() + 18.5 * 60_000 })
  await open(missed, () => ({ body: aTicket({ takenAt: clock(), asOf: clock() + 1, state: 'returned', ahead: 3 }) }))
  expect(await screen.findByText('还有 18 分钟可以回来')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '我回来了' }))
  expect(await screen.findByText('3')).toHaveClass('is-giant')
  expect(moves()[0]?.body).toEqual({ move: 'return' })
})

test('what was handed in is shown once the visit is over, not before', async () => {
  await open(aTicket({ takenAt: clock() }))
  await screen.findByText('A040')
  expect(screen.queryByText('what was handed in')).not.toBeInTheDocument()
  unmount()
  await server.close()
  await open(aTicket({ takenAt: clock(), state: 'finished', ahead: null, wait: null }))
  expect(await screen.findByText('what was handed in')).toBeInTheDocument()
})

test('a finished visit leads to its rating', async () => {
  await open(aTicket({ takenAt: clock(), state: 'finished', ahead: null, wait: null }))
  fireEvent.click(await screen.findByRole('button', { name: '去评价' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/rate/index?id=${ticketId}`)
})

test('back from rating, the number is rated', async () => {
  const finished = aTicket({ takenAt: clock(), state: 'finished', ahead: null, wait: null })
  await open(finished)
  await screen.findByRole('button', { name: '去评价' })
  act(() => hidePage())
  now = { ...finished, rated: true }
  act(() => showPage())
  expect(await screen.findByRole('button', { name: '看我的评价' })).toBeInTheDocument()
  const asked = server.received.length
  act(() => hidePage())
  act(() => showPage())
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  expect(server.received).toHaveLength(asked)
})

test('somebody else’s number is not shown; signing in comes back here; trouble gives a reference', async () => {
  await open(refusal(404, 'TICKET_NOT_FOUND'))
  expect(await screen.findByText('没有找到这个号')).toBeInTheDocument()
  unmount()
  now = refusal(500, 'INTERNAL', 'same-key')
  unmount = render(<TicketScreen ticketId={ticketId} />).unmount
  expect(await screen.findByText(/r-1/)).toBeInTheDocument()
  unmount()
  now = refusal(401, 'UNAUTHENTICATED')
  unmount = render(<TicketScreen ticketId={ticketId} />).unmount
  fireEvent.click(await screen.findByRole('button', { name: '去登录' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`/pages/ticket/index?id=${ticketId}`)}`)
})

test('speaks English', async () => {
  setLanguage('en')
  await open(aCall({ takenAt: clock() }))
  expect(await screen.findByText('Please go to Window')).toBeInTheDocument()
  expect(screen.getByText('Number A040. Please go to Window 5')).toBeInTheDocument()
})

test('in large type what is about this number comes first; the rest is one tap away', async () => {
  act(() => setAppearance({ large: true }))
  await open(aTicket({ takenAt: clock() }))
  fireEvent.click(await screen.findByRole('button', { name: '更多' }))
  expect(screen.getByRole('button', { name: '看大厅情况' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^叫号公示/ })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '更多' })).not.toBeInTheDocument()
  act(() => setAppearance({ large: false }))
})
