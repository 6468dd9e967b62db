import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Message } from '@shared/messages'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, now } from '@/platform'
import { hidePage, phone, showPage } from '../../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../../tests/support/phone/server'
import { aMessage, day, minute } from '../builders'
import { MessageLinks } from '../MessageLinks'
import { NewMessages } from '../NewMessages'
import { InboxScreen } from './InboxScreen'

const PAGE = 3
let server: PhoneServer
let inbox: readonly Message[]
let refuse: Reply | null
let refusePost: boolean
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'later', requestId: 'r-1' } } })

/** A server that keeps an inbox, and marks it as read when told. */
const serve = async (messages: readonly Message[], signedIn = true) => {
  inbox = messages
  refuse = null
  refusePost = false
  server = await servePhone(({ path, method, body }) => {
    if (refuse) return refuse
    if (method === 'POST') {
      if (refusePost) return refusal(503, 'UNAVAILABLE')
      const { until } = body as { until: number }
      inbox = inbox.map((one) => (one.at <= until ? { ...one, read: true } : one))
      return { body: { unread: inbox.filter(({ read }) => !read).length } }
    }
    const before = Number(/before=(\d+)/.exec(path)?.[1] ?? Number.MAX_SAFE_INTEGER)
    const older = inbox.filter(({ at }) => at < before)
    return { body: { messages: older.slice(0, PAGE), unread: inbox.filter(({ read }) => !read).length, more: older.length > PAGE } }
  })
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
}
const show = async (messages: readonly Message[], signedIn = true) => { await serve(messages, signedIn); return render(<InboxScreen />) }
const told = () => server.received.filter(({ method }) => method === 'POST').map(({ body }) => body)
const opened = (): string | undefined => phone.opened.at(-1)?.url
const today = (n: number, change: Partial<Message> = {}): Message => aMessage(n, { at: now() - n * 1000, ...change })
const titled = (zh: string, en = zh) => ({ title: { zh, en } })

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('messages stand newest first under their day; each leads to what it is about', async () => {
  await show([
    today(1, { ...titled('请到 5 号窗口'), page: 'ticket?id=tianhe.abc' }),
    aMessage(2, { ...titled('办件有进展'), at: now() - day, page: 'case?no=123' }),
    aMessage(3, { ...titled('预约提醒'), at: now() - 400 * day, page: null }),
  ])
  await screen.findByText('请到 5 号窗口')
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['今天', '昨天', expect.stringMatching(/^20\d\d年/)])
  fireEvent.click(screen.getByRole('link', { name: /^请到 5 号窗口/ }))
  expect(opened()).toBe('/pages/ticket/index?id=tianhe.abc')
  fireEvent.click(screen.getByRole('link', { name: /^办件有进展/ }))
  expect(opened()).toBe('/pages/cases/case/index?no=123')
  expect(screen.queryByRole('link', { name: /预约提醒/ })).not.toBeInTheDocument()
  expect(screen.getByText('没有更早的了')).toBeInTheDocument()
})

test('new ones say so in words, and are told as read once they are seen; they stay marked until the page is left', async () => {
  const newest = today(1, { ...titled('叫号'), read: false })
  await show([newest, today(2, titled('旧的'))])
  expect(await screen.findByRole('link', { name: /^新 ?叫号/ })).toBeInTheDocument()
  expect(screen.getAllByText('新')).toHaveLength(1)
  await waitFor(() => expect(told()).toEqual([{ until: newest.at }]))
  act(() => setLanguage('en'))
  await waitFor(() => expect(server.received.filter(({ method }) => method === 'GET').length).toBeGreaterThan(1))
  expect(screen.getByText('New')).toBeInTheDocument()
  act(() => hidePage())
  act(() => showPage())
  await waitFor(() => expect(screen.queryByText('New')).not.toBeInTheDocument())
  expect(told()).toHaveLength(1)
})

test('a page nobody sees marks nothing as read; what could not be marked is once it is seen again', async () => {
  await serve([today(1, { ...titled('叫号'), read: false })])
  refusePost = true
  render(<InboxScreen />)
  await screen.findByText('叫号')
  await waitFor(() => expect(told()).toHaveLength(1))
  refusePost = false
  act(() => hidePage())
  await new Promise((resolve) => { setTimeout(resolve, 100) })
  expect(told()).toHaveLength(1)
  expect(inbox[0]?.read).toBe(false)
  act(() => showPage())
  await waitFor(() => expect(inbox[0]?.read).toBe(true))
})

test('older ones come on request, once; a failure says so and can be repeated', async () => {
  await show([1, 2, 3, 4, 5].map((n) => today(n, titled(`第${n}条`))))
  await screen.findByText('第3条')
  expect(screen.queryByText('第4条')).not.toBeInTheDocument()
  refuse = refusal(503, 'UNAVAILABLE')
  fireEvent.click(screen.getByRole('button', { name: '看更早的' }))
  expect(await screen.findByText('没有取到更早的消息')).toBeInTheDocument()
  refuse = null
  fireEvent.click(screen.getByRole('button', { name: '看更早的' }))
  expect(await screen.findByText('第5条')).toBeInTheDocument()
  expect(screen.getAllByText(/^第\d条$/).map((one) => one.textContent)).toEqual(['第1条', '第2条', '第3条', '第4条', '第5条'])
  expect(screen.queryByRole('button', { name: '看更早的' })).not.toBeInTheDocument()
})

test('an empty inbox says what will be in it, and leads to the settings', async () => {
  await show([])
  expect(await screen.findByText('还没有消息')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('link', { name: /消息设置/ }))
  expect(opened()).toBe('/pages/messages/settings/index')
})

test('whoever is not signed in is asked to, and comes back here', async () => {
  await show([], false)
  fireEvent.click(screen.getByRole('button', { name: '去登录' }))
  expect(opened()).toBe('/pages/sign-in/index?next=%2Fpages%2Fmessages%2Findex')
  expect(server.received).toEqual([])
})

test('an inbox that cannot be shown says why, and can be asked for again', async () => {
  await serve([today(1, titled('叫号'))])
  refuse = refusal(503, 'UNAVAILABLE')
  render(<InboxScreen />)
  expect(await screen.findByRole('alert')).toHaveTextContent('暂时看不到消息')
  refuse = null
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('叫号')).toBeInTheDocument()
})

test('without an answer what was heard stays, and says as of when', async () => {
  await show([today(1, titled('叫号'))])
  await screen.findByText('叫号')
  refuse = 'drop'
  act(() => setLanguage('en'))
  expect(await screen.findByText(/^You are offline\. This is how it was at \d\d:\d\d$|^We cannot get news right now\. This is how it was at \d\d:\d\d$/)).toBeInTheDocument()
  expect(screen.getByText('叫号')).toBeInTheDocument()
})

test('what a message says is text, whatever it holds', async () => {
  const { container } = await show([today(1, { ...titled('<img src=x onerror=alert(1)>'), text: { zh: '<b>粗</b>', en: '' } })])
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeInTheDocument()
  expect(container.querySelector('img, b')).toBeNull()
})

test('another person sees nothing of the one before', async () => {
  await show([today(1, titled('叫号'))])
  await screen.findByText('叫号')
  inbox = []
  act(() => keepSession({ token: 'b'.repeat(43), name: '李*', expiresAt: Date.UTC(2100, 0, 2) }))
  expect(screen.queryByText('叫号')).not.toBeInTheDocument()
  expect(await screen.findByText('还没有消息')).toBeInTheDocument()
})

describe('the ways to it', () => {
  test('“Me” says how many are unread, in words', async () => {
    await serve([today(1, { read: false }), today(2, { read: false })])
    render(<MessageLinks />)
    expect(await screen.findByText('2 条未读')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('link', { name: /^消息 ?2 条未读/ }))
    expect(opened()).toBe('/pages/messages/index')
  })

  test('home says so only while there are any', async () => {
    await serve([today(1)])
    render(<NewMessages />)
    await waitFor(() => expect(server.received).toHaveLength(1))
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
    inbox = [today(1, { read: false, at: now() + minute })]
    act(() => setLanguage('en'))
    const link = await screen.findByRole('link', { name: /1 new message/ })
    // Later than a double tap after the test before.
    const later = jest.spyOn(Date, 'now').mockReturnValue(now() + minute)
    fireEvent.click(link)
    later.mockRestore()
    expect(opened()).toBe('/pages/messages/index')
  })

  test('nobody signed in, nothing is asked', async () => {
    await serve([], false)
    render(<><MessageLinks /><NewMessages /></>)
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
    expect(server.received).toEqual([])
  })
})
