import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Ticket } from '@shared/queue'
import { dropSession, keepSession, now as clock } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { aTicket } from './builders'
import { TicketScreen } from './TicketScreen'

const soon = { nextPollSeconds: 1 }
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })
const waits = { timeout: 3000 }

let server: PhoneServer
let latest: Ticket | Reply
const reply = (): Reply => (typeof latest === 'object' && 'ticketId' in latest ? { body: { ...latest, asOf: clock() } } : latest)
const open = async (first: Ticket | Reply, onMove: () => Reply = reply): Promise<void> => {
  latest = first
  server = await servePhone(({ method }) => (method === 'POST' ? onMove() : reply()))
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  render(<TicketScreen ticketId={aTicket().ticketId} />)
}
const press = (name: string): void => { fireEvent.click(screen.getAllByRole('button', { name }).at(-1) as HTMLElement) }
const opened = (): string | undefined => phone.opened.at(-1)?.url
afterEach(async () => { cleanup(); act(() => dropSession()); await server.close() })

describe('another phone of mine acts on the number', () => {
  test.each([
    ['cancels it', aTicket({ takenAt: clock(), ...soon }), { state: 'cancelled', ahead: null, wait: null }, '这个号不是在这部手机上取消的'],
    ['lets others go first', aTicket({ takenAt: clock(), ...soon }), { ahead: 15, defersLeft: 1 }, '另一部手机上点了“我要晚点到”'],
    ['comes back', aTicket({ takenAt: clock(), state: 'missed', ahead: null, wait: null, returnBefore: clock() + 600_000, ...soon }), { state: 'returned', ahead: 3, returnBefore: null }, '另一部手机上点了“我回来了”'],
  ] as const)('%s: this one says so, and leads to the devices', async (_, first, change, said) => {
    await open(first)
    await screen.findByText('A040')
    latest = { ...first, ...change }
    expect(await screen.findByText(said, {}, waits)).toBeInTheDocument()
    press('看登录设备')
    expect(opened()).toBe('/pages/account/devices/index')
  })

  test('before this one was opened: it remembers what it saw last', async () => {
    await open(aTicket({ takenAt: clock() }))
    await screen.findByText('12')
    cleanup()
    latest = aTicket({ takenAt: clock(), state: 'cancelled', ahead: null, wait: null })
    render(<TicketScreen ticketId={aTicket().ticketId} />)
    expect(await screen.findByText('这个号不是在这部手机上取消的')).toBeInTheDocument()
  })

  test('and then a move is not allowed here: it says that it has changed, not that something is wrong', async () => {
    await open(aTicket({ takenAt: clock(), nextPollSeconds: 60 }), () => {
      latest = aTicket({ takenAt: clock(), state: 'serving', ahead: null, wait: null })
      return refusal(409, 'ILLEGAL_MOVE')
    })
    fireEvent.click(await screen.findByRole('button', { name: '取消这个号' }))
    press('取消这个号')
    expect(await screen.findByRole('heading', { name: '正在为您办理' }, waits)).toBeInTheDocument()
    expect(screen.queryByText('message of ILLEGAL_MOVE')).not.toBeInTheDocument()
  })
})

test.each([['at once', 0], ['and the answer was lost', 2]])('what this phone did is not called another’s: cancelled here, %s', async (_, lost) => {
  let asked = 0
  await open(aTicket({ takenAt: clock(), ...soon }), () => {
    latest = aTicket({ takenAt: clock(), state: 'cancelled', ahead: null, wait: null })
    asked += 1
    return asked <= lost ? 'drop' : reply()
  })
  fireEvent.click(await screen.findByRole('button', { name: '取消这个号' }))
  press('取消这个号')
  expect(await screen.findByRole('heading', { name: '这个号已取消' }, waits)).toBeInTheDocument()
  expect(screen.queryByText('这个号不是在这部手机上取消的')).not.toBeInTheDocument()
})

test('the day ended before the turn came: it is said with regret, and another day can be booked', async () => {
  await open(aTicket({ takenAt: clock(), state: 'expired', ahead: null, wait: null }))
  expect(await screen.findByRole('heading', { name: '叫号已结束' })).toBeInTheDocument()
  expect(screen.getByText(/抱歉让您白跑一趟/)).toBeInTheDocument()
  press('预约改天来')
  expect(opened()).toBe('/pages/book/index')
  expect(screen.getByRole('button', { name: '重新取号' })).toBeInTheDocument()
})

test('signed out from elsewhere: it says that the number is still there, and comes back to it', async () => {
  await open(refusal(401, 'UNAUTHENTICATED'))
  expect(await screen.findByText('这里的登录已结束')).toBeInTheDocument()
  expect(screen.getByText(/您的号和预约都还在/)).toBeInTheDocument()
  press('去登录')
  expect(opened()).toBe(`/pages/sign-in/index?next=${encodeURIComponent(`/pages/ticket/index?id=${aTicket().ticketId}`)}`)
})

test('never signed in here: nothing is said of an end', async () => {
  await open(refusal(401, 'UNAUTHENTICATED'))
  cleanup()
  act(() => dropSession())
  render(<TicketScreen ticketId={aTicket().ticketId} />)
  expect(await screen.findByText('请先登录')).toBeInTheDocument()
  expect(screen.queryByText('这里的登录已结束')).not.toBeInTheDocument()
})
