import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { endpoints } from '@shared/endpoints'
import type { Ticket } from '@shared/queue'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { hidePage, phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { WindowScreen } from './WindowScreen'

const aTicket = (change: Partial<Ticket> = {}): Ticket => ({
  ...endpoints.readTicket.example.output, moved: [], state: 'finished', windowId: '5', windowName: { zh: '5号窗口（综合）', en: 'Window 5' }, endedAt: 1_767_578_400_000, ...change,
})
let server: PhoneServer
let tickets: readonly Ticket[]
const open = async (mine: readonly Ticket[], { signedIn = true, missing = [] as object[] } = {}) => {
  tickets = mine
  server = await servePhone(() => ({ body: { tickets, missing } }))
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  render(<WindowScreen hallId='tianhe' windowId='5' rate={(id) => <p>{`rating ${id}`}</p>} />)
}
afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('one visit there today is rated at once, and stays when it has been', async () => {
  await open([aTicket({ ticketId: 'tianhe.a' }), aTicket({ windowId: '6' })])
  expect(await screen.findByText('rating tianhe.a')).toBeInTheDocument()
  tickets = [aTicket({ ticketId: 'tianhe.a', rated: true })]
  act(() => { hidePage() })
  act(() => { showPage() })
  expect(screen.getByText('rating tianhe.a')).toBeInTheDocument()
})

test('several are offered, the latest first', async () => {
  await open([aTicket({ ticketId: 'tianhe.a', number: 'A001', endedAt: 1_767_578_400_000 }), aTicket({ ticketId: 'tianhe.b', number: 'A009', endedAt: 1_767_582_000_000 })])
  expect(await screen.findByText('您今天在5号窗口办过几次。')).toBeInTheDocument()
  const rows = screen.getAllByRole('link')
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining('A009'), expect.stringContaining('A001')])
  expect(screen.getByText('11:00 办完')).toBeInTheDocument()
  fireEvent.click(rows[1] as HTMLElement)
  expect(screen.getByText('rating tianhe.a')).toBeInTheDocument()
})

test.each([
  ['none there', [aTicket({ windowId: '6' })], '没有找到您今天在5号窗口的办理'],
  ['one under way', [aTicket({ state: 'serving' })], '您还在5号窗口办理'],
  ['all rated', [aTicket({ rated: true })], '今天在5号窗口的办理，您都评价过了'],
] as const)('%s: says so, and leads on', async (_, mine, said) => {
  await open(mine)
  expect(await screen.findByText(said)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /回首页|我的评价/ }))
  expect(phone.opened.at(-1)?.url).toBe(said.includes('都评价过') ? '/pages/ratings/index' : '/pages/home/index')
})

test('a silent system is named, never taken for “no visit”', async () => {
  await open([], { missing: [{ zh: '天河区排队系统', en: 'Tianhe queue' }] })
  expect(await screen.findByText('天河区排队系统现在没有回应，还不能说您在那里办过没有')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
})

test('signs in first, and comes back to this window', async () => {
  await open([], { signedIn: false })
  fireEvent.click(screen.getByRole('button', { name: '去登录' }))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent('/pages/rate/index?hall=tianhe&window=5')}`)
  expect(server.received).toEqual([])
})
