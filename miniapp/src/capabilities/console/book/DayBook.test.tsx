import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { errorTable, type ErrorCode } from '@shared/errors'
import { setLanguage } from '@/i18n'
import { servePhone, type PhoneServer, type Reply } from '../../../../../tests/support/phone/server'
import { aHall, aTicket, aView, someItems } from '../builders'
import '../dialogStandIn'
import { HallRoom } from '../HallRoom'
import { aBook, at, aVisit } from './builders'

let server: PhoneServer
beforeEach(() => window.sessionStorage.clear())
afterEach(async () => { await server.close(); act(() => setLanguage('zh')) })

const TICKET = 'tianhe.1h3k9q2m7x5v8b1n4c6d'
const refused = (code: ErrorCode): Reply =>
  ({ status: errorTable[code].status, body: { error: { code, message: errorTable[code].zh, retry: errorTable[code].retry, requestId: 'r' } } })
const nothing = (): void => undefined

/** The book with one who is booked; `answers` to writes by the end of their path. */
const show = async (answers: Readonly<Record<string, () => Reply>> = {}, role: 'clerk' | 'supervisor' = 'supervisor', onDesk: (desk: string) => void = nothing): Promise<void> => {
  let arrived = false
  let closed = false
  const book = () => aBook({
    visits: [aVisit(arrived ? { state: 'arrived', ticketId: TICKET, number: 'A033' } : {}), aVisit({ appointmentId: 'tianhe.2h3k9q2m7x5v8b1n4c6d', code: '2Z9Y8X', state: 'cancelled', personName: '李*' })],
    slots: aBook().lines[0]!.slots.map((slot) => (slot.startsAt === at(10) ? { ...slot, closed } : slot)),
  })
  const view = () => aView({ asOf: at(9, 50) + server.received.length, lines: aView().lines.map((line) => (arrived && line.lineId === 'A' ? { ...line, next: [aTicket({ ticketId: TICKET, number: 'A033', class: 'appointment' })] } : line)) })
  server = await servePhone(({ method, path, body }) => {
    if (path.endsWith('/console')) return { body: view() }
    if (path.endsWith('/items')) return { body: { items: someItems } }
    const answer = Object.entries(answers).find(([end]) => method !== 'GET' && path.includes(end))
    if (answer) return answer[1]()
    if (path.endsWith('/arrivals')) {
      arrived = true
      return { body: aVisit({ state: 'arrived', ticketId: TICKET, number: 'A033' }) }
    }
    if (path.includes('/slots/')) closed = (body as { closed: boolean }).closed
    return { body: path.includes('/staff/') ? book() : aHall() }
  })
  const staff = { token: 't'.repeat(43), account: 'lead1', role, name: { zh: '演示', en: 'Demo' }, halls: ['tianhe'], expiresAt: Date.UTC(2100, 0, 1) } as const
  render(<HallRoom staff={staff} hallId='tianhe' windowId={null} desk='book' onDesk={onDesk} onChooseWindow={nothing} onSignOut={nothing} onSessionOver={nothing} />)
  await screen.findByText('1N4C6D')
}
const writes = () => server.received.filter(({ method }) => method !== 'GET')
const find = (text: string): void => {
  const field = screen.getByRole('searchbox')
  fireEvent.change(field, { target: { value: text } })
  fireEvent.submit(field)
}

test('the book says who is expected, and how full the slots are', async () => {
  await show()
  const row = screen.getByText('1N4C6D').closest('li')!
  expect(within(row).getByText('张*')).toBeInTheDocument()
  expect(within(row).getByText('居住证办理')).toBeInTheDocument()
  expect(screen.getByText('候补 2 人')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '11:00–11:30，已约 3，可约 3，留 1 约满' })).toBeInTheDocument()
  expect(screen.queryByText('2Z9Y8X')).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '全部 2' }))
  expect(screen.getByText('已取消')).toBeInTheDocument()
})

test('a code written at the desk, Enter, Enter: they have their number', async () => {
  await show()
  fireEvent.keyDown(document.body, { key: 'f', code: 'KeyF' })
  expect(screen.getByRole('searchbox')).toHaveFocus()
  find('ln4c6d')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '已到，取号' }))
  expect(await screen.findByText('A033', { selector: '.console-number' })).toBeInTheDocument()
  expect(writes()).toHaveLength(1)
  expect(writes()[0]).toMatchObject({ path: '/api/staff/appointments/tianhe.0h3k9q2m7x5v8b1n4c6d/arrivals' })
  expect(writes()[0]?.headers['idempotency-key']).toBeTruthy()
})

test('a refusal is said in the question, which stays', async () => {
  await show({ '/arrivals': () => refused('HALL_PAUSED') })
  fireEvent.click(screen.getByRole('button', { name: '1N4C6D 张*：标记到达' }))
  fireEvent.click(await screen.findByRole('button', { name: '已到，取号' }))
  expect(await within(screen.getByRole('dialog')).findByText(errorTable.HALL_PAUSED.zh)).toBeInTheDocument()
})

test('too early is said in the words of the desk', async () => {
  const minutes = 30
  await show({ '/arrivals': () => ({ status: 422, body: { error: { code: 'CHECK_IN_EARLY', message: '您', retry: 'never', requestId: 'r', details: { minutes } } } }) })
  fireEvent.click(screen.getByRole('button', { name: '1N4C6D 张*：标记到达' }))
  fireEvent.click(await screen.findByRole('button', { name: '已到，取号' }))
  expect(await within(screen.getByRole('dialog')).findByText('还没到签到时间，预约时间前 30 分钟起才能标记到达。')).toBeInTheDocument()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消' }))
  expect(screen.queryByText(/还没到签到时间/)).toBeNull()
})

test('a code of nobody, and one that was cancelled, are refused in words, and nothing is sent', async () => {
  await show()
  find('9Q9Q9Q')
  expect(await screen.findByText('这一天没有“9Q9Q9Q”的预约，请核对预约码和日期。')).toBeInTheDocument()
  find('2Z9Y8X')
  expect(await screen.findByText('预约已取消，请取普通号。')).toBeInTheDocument()
  expect(writes()).toEqual([])
})

test('a supervisor closes a slot and opens it again', async () => {
  await show()
  fireEvent.click(screen.getByRole('button', { name: /^10:00–10:30/ }))
  fireEvent.click(screen.getByRole('button', { name: '停止预约' }))
  expect(await screen.findByText('10:00–10:30 已停止预约')).toBeInTheDocument()
  expect(writes()[0]).toMatchObject({ method: 'PUT', path: `/api/staff/halls/tianhe/lines/A/slots/${at(10)}`, body: { closed: true } })
  fireEvent.click(await screen.findByRole('button', { name: '恢复预约' }))
  expect(await screen.findByText('10:00–10:30 已恢复预约')).toBeInTheDocument()
  expect(writes()[1]).toMatchObject({ body: { closed: false } })
})

test('a clerk sees who is in a slot, and cannot close it', async () => {
  await show({}, 'clerk')
  fireEvent.click(screen.getByRole('button', { name: /^11:00–11:30/ }))
  expect(screen.queryByRole('button', { name: '停止预约' })).toBeNull()
  expect(screen.queryByText('1N4C6D')).toBeNull()
})

test('another day is kept over a reload, and nobody arrives on it', async () => {
  await show()
  fireEvent.keyDown(document.body, { key: 'n', code: 'KeyN' })
  expect(await screen.findByText('不是今天')).toBeInTheDocument()
  await waitFor(() => expect(server.received.some(({ path }) => path.endsWith('/days/20260106/book'))).toBe(true))
  expect(JSON.parse(window.sessionStorage.getItem('yichuang.console-book') ?? '')).toMatchObject({ hallId: 'tianhe', day: '20260106' })
})

test('B goes back to the window', async () => {
  const desks: string[] = []
  await show({}, 'clerk', (desk) => desks.push(desk))
  fireEvent.keyDown(document.body, { key: 'Process', code: 'KeyB' })
  expect(desks).toEqual(['work'])
})
