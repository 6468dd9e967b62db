import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Ticket } from '@shared/queue'
import { clockTime } from '@shared/time'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, now as systemNow } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { aTicket } from './builders'
import { HomeScreen } from './HomeScreen'
import { TodaysTickets } from './TodaysTickets'

let server: PhoneServer
const show = async (tickets: readonly Ticket[] | 'broken', signedIn = true) => {
  server = await servePhone(() => (tickets === 'broken'
    ? { status: 503, body: { error: { code: 'UNAVAILABLE', message: '系统繁忙，请稍后再试。', retry: 'later', requestId: 'r-1' } } }
    : { body: { tickets, missing: [] } }))
  if (signedIn) keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  const onLarge = jest.fn()
  render(<HomeScreen tabs={null} nearby={null} large={false} onLarge={onLarge} onLanguage={() => undefined} />)
  return onLarge
}
afterEach(async () => { act(() => { dropSession(); setLanguage('zh') }); await server.close() })
const opened = (): string | undefined => phone.opened.at(-1)?.url

test('the people ahead are the headline, the number stands second, and a tap opens the ticket', async () => {
  await show([aTicket()])
  expect(await screen.findByText('12')).toHaveClass('is-giant')
  expect(screen.getByText('A040')).toHaveClass('is-head')
  expect(screen.getByText('约等 15–30 分钟')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('link', { name: /前面还有 ?12 ?人.*您的号 ?A040/ }))
  expect(opened()).toBe('/pages/ticket/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d')
})

test('a called number says which window', async () => {
  await show([aTicket({ state: 'called', ahead: null, windowId: '5', windowName: { zh: '5号窗口', en: 'Window 5' } })])
  expect(await screen.findByText('请到 5号窗口')).toBeInTheDocument()
})

test('following a case opens my cases; what waits for me and the search stand on the page', async () => {
  server = await servePhone(() => ({ body: { tickets: [], missing: [] } }))
  render(<HomeScreen tabs={null} nearby={null} waitingCase={<p>a case that waits</p>} search={<p>the search</p>} large={false} onLarge={() => undefined} onLanguage={() => undefined} />)
  expect(screen.getByText('a case that waits')).toBeInTheDocument()
  expect(screen.getByText('the search')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '查进度' }))
  expect(opened()).toBe('/pages/cases/index')
})

test('booking opens its page, and the next appointment stands among what needs me', async () => {
  server = await servePhone(() => ({ body: { tickets: [], missing: [] } }))
  render(<HomeScreen tabs={null} nearby={null} appointment={<p>the next appointment</p>} large={false} onLarge={() => undefined} onLanguage={() => undefined} />)
  expect(screen.getByText('the next appointment')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '预约' }))
  expect(opened()).toBe('/pages/book/index')
})

test('rating opens the finished visit, or says there is none', async () => {
  await show([aTicket({ state: 'finished', ahead: null, endedAt: 1 })])
  await screen.findByText('办完了，评价一下？')
  fireEvent.click(screen.getByRole('button', { name: '评价' }))
  expect(opened()).toBe('/pages/rate/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d')
})

test('a visitor is asked to sign in where it matters, and can look around', async () => {
  await show([], false)
  expect(server.received).toHaveLength(0)
  fireEvent.click(screen.getByRole('button', { name: '评价' }))
  expect(opened()).toBe('/pages/sign-in/index?next=%2Fpages%2Fhome%2Findex')
})

test('a scanned code leads to the scan page; anything else is explained', async () => {
  await show([])
  phone.scan = 'https://yichuang.example/s/rtianhe.zx81k2.Ab3dEf6hIj9l'
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: /^扫码取号/ })) })
  expect(opened()).toBe('/pages/scan/index?c=rtianhe.zx81k2.Ab3dEf6hIj9l')
  phone.scan = 'https://elsewhere.example/menu?table=4'
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: /^扫码取号/ })) })
  expect(screen.getByText(/没有认出取号码/)).toBeInTheDocument()
})

test('tickets that cannot be fetched leave the rest usable', async () => {
  await show('broken')
  expect(await screen.findByText('没能取到您的号')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^扫码取号/ })).toBeInTheDocument()
})

describe('started while nobody answers', () => {
  const start = async (lastKnown: readonly Ticket[]): Promise<void> => {
    server = await servePhone(() => ({ status: 503, body: {} }))
    keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
    render(<HomeScreen tabs={null} nearby={null} lastKnown={() => lastKnown} large={false} onLarge={() => undefined} onLanguage={() => undefined} />)
  }
  const justNow = systemNow()

  test('the last known number stands there with its hour, and is not called now', async () => {
    await start([aTicket({ asOf: justNow, state: 'called', ahead: null, windowId: '5', windowName: { zh: '5号窗口', en: 'Window 5' } })])
    expect(await screen.findByText(`${clockTime(justNow)} 叫您到 5号窗口`)).toBeInTheDocument()
    expect(screen.queryByText('没能取到您的号')).not.toBeInTheDocument()
    expect(screen.queryByText('请到 5号窗口')).not.toBeInTheDocument()
  })

  test('a number of another day is not shown, for only an hour would stand beside it', async () => {
    await start([aTicket({ asOf: justNow - 86_400_000 })])
    expect(await screen.findByText('没能取到您的号')).toBeInTheDocument()
    expect(screen.queryByText('A040')).not.toBeInTheDocument()
  })

  test('what is answered afterwards takes its place', async () => {
    await start([aTicket({ asOf: justNow })])
    expect(await screen.findByText(`截至 ${clockTime(justNow)}`)).toBeInTheDocument()
    await server.close()
    server = await servePhone(() => ({ body: { tickets: [aTicket({ asOf: justNow, ahead: 3 })], missing: [] } }))
    act(() => setLanguage('en'))
    expect(await screen.findByText('3')).toHaveClass('is-giant')
    expect(screen.queryByText(/^As of/)).not.toBeInTheDocument()
  })
})

test('large type is one tap away', async () => {
  const onLarge = await show([])
  fireEvent.click(screen.getByRole('switch', { name: '切换到长辈版，字更大' }))
  expect(onLarge).toHaveBeenCalledWith(true)
})

test('a screen reader hears the wait, and that calling has paused', async () => {
  await show([aTicket({ paused: true }), aTicket({ number: 'B041', ahead: 40 })])
  expect(await screen.findByRole('link', { name: /前面还有 ?12 ?人.*暂停叫号/ })).toBeInTheDocument()
})

test('a window goes by its sign, and by its number where it has no name', async () => {
  await show([aTicket({ state: 'called', ahead: null, windowId: '1', windowName: { zh: '1号窗口（兼“办不成事”反映）', en: 'Window 1 (also complaints)' } })])
  expect(await screen.findByText('请到 1号窗口')).toBeInTheDocument()
  cleanup()
  await server.close()
  await show([aTicket({ state: 'called', ahead: null, windowId: '7', windowName: null })])
  expect(await screen.findByText('请到 7号窗口')).toBeInTheDocument()
})

describe('what nobody confirms any more', () => {
  /** The server is heard once and then no more, and so long a time passes. */
  const growOld = async (ticket: Ticket): Promise<void> => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: ticket.asOf })
    await show([ticket])
    await waitFor(() => expect(screen.getByText(ticket.number)).toBeInTheDocument())
    await server.close()
    await act(async () => { await jest.advanceTimersByTimeAsync(60_000) })
  }
  afterEach(() => { jest.useRealTimers() })

  test('a wait is dropped, and the hour stands there instead', async () => {
    await growOld(aTicket())
    expect(screen.queryByText(/约等/)).not.toBeInTheDocument()
    expect(screen.getByText('截至 09:00')).toBeInTheDocument()
    expect(screen.getByText('12')).toHaveClass('tone-soft')
  })

  test('a call is told as the past, and is not red', async () => {
    await growOld(aTicket({ state: 'called', ahead: null, windowId: '5', windowName: { zh: '5号窗口', en: 'Window 5' } }))
    expect(screen.queryByText('请到 5号窗口')).not.toBeInTheDocument()
    expect(screen.getByText('09:00 叫您到 5号窗口')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /09:00 叫您到 5号窗口/ })).toHaveClass('is-wash')
  })
})

test('the list of today’s numbers says as of when it is once nothing newer comes', async () => {
  let broken = false
  server = await servePhone(() => (broken ? { status: 503, body: {} } : { body: { tickets: [aTicket()], missing: [] } }))
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  render(<TodaysTickets />)
  await screen.findByText('A040')
  broken = true
  act(() => setLanguage('en'))
  expect(await screen.findByText('As of 09:00: nothing newer has come')).toBeInTheDocument()
})

test('a number whose hall’s own system is silent stays, as last heard; without one, nobody reads that there is none', async () => {
  const missing = [{ zh: '大厅自有排队系统', en: 'A hall’s own queue system' }]
  let silent = false
  server = await servePhone(() => ({ body: silent ? { tickets: [], missing } : { tickets: [aTicket()], missing: [] } }))
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  const { unmount } = render(<TodaysTickets />)
  await screen.findByText('A040')
  silent = true
  act(() => setLanguage('en'))
  expect(await screen.findByText(/^A hall’s own queue system: no answer right now/)).toBeInTheDocument()
  // As it was, and not coloured as what is so now.
  expect(screen.getByText('A040')).toBeInTheDocument()
  expect(screen.getByText('Waiting')).toHaveClass('is-plain')
  unmount()
  render(<TodaysTickets />)
  expect(await screen.findByText(/^A hall’s own queue system: no answer right now/)).toBeInTheDocument()
  expect(screen.queryByText('No numbers today')).not.toBeInTheDocument()
})

test('whoever was signed out from elsewhere is told on the first page, and signs in from there', async () => {
  server = await servePhone(() => ({ status: 401, body: { error: { code: 'UNAUTHENTICATED', message: '请先登录。', retry: 'never', requestId: 'r-1' } } }))
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  render(<HomeScreen tabs={null} nearby={null} large={false} onLarge={() => undefined} onLanguage={() => undefined} />)
  expect(await screen.findByText('这里的登录已结束')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '去登录' }))
  expect(opened()).toBe('/pages/sign-in/index?next=%2Fpages%2Fhome%2Findex')
})

test('the day ended before the turn came: home says so, and leads to the number, where another day can be booked', async () => {
  await show([aTicket({ state: 'expired', ahead: null, wait: null })])
  fireEvent.click(await screen.findByRole('link', { name: /叫号已结束\s*这个号不能用了，可以预约改天来/ }))
  expect(opened()).toBe('/pages/ticket/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d')
})
