import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { errorTable } from '@shared/errors'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { alert, detail, overview, RATING, summary } from './builders'
import { SupervisionApp } from './SupervisionApp'

let server: PhoneServer
beforeEach(() => window.sessionStorage.clear())
afterEach(async () => { await server.close() })

const alerts = [alert(), alert({ alertId: 'order-overdue.one', kind: 'order-overdue', ratingId: RATING, amount: 90 })]
const answers = ({ path }: Received): Reply => {
  if (path.startsWith('/api/staff/supervision/alerts')) return { body: { alerts } }
  if (path.startsWith('/api/staff/supervision')) return { body: overview() }
  if (path === `/api/staff/orders/${RATING}`) return { body: detail() }
  if (path.startsWith('/api/staff/orders')) return { body: { asOf: 1, orders: [summary()], next: null } }
  if (path.startsWith('/api/staff/bulletins')) return { body: { bulletins: [] } }
  return { body: { halls: [], nextCursor: null } }
}
const show = async (role: 'clerk' | 'supervisor' | 'operator', reply: (request: Received) => Reply = answers) => {
  server = await servePhone(reply)
  const staff = { token: 't'.repeat(43), account: 'lead1', role, name: { zh: '督查员', en: 'Lead' }, halls: [], expiresAt: Date.UTC(2100, 0, 1) }
  window.sessionStorage.setItem('yichuang.staff', JSON.stringify(staff))
  return render(<SupervisionApp />)
}
const rooms = () => within(screen.getByRole('navigation', { name: '栏目' }))

test('without a session it asks to sign in', async () => {
  server = await servePhone(answers)
  render(<SupervisionApp />)
  expect(screen.getByRole('button', { name: '登录' })).toBeInTheDocument()
})

test('unseen alerts are counted beside their room until they were looked at; they stay marked in it', async () => {
  await show('supervisor')
  fireEvent.click(await screen.findByRole('button', { name: /提醒.*2 条未看/ }))
  expect(await screen.findAllByText('未看')).toHaveLength(2)
  await waitFor(() => expect(rooms().getByRole('button', { name: '提醒' })).toHaveAttribute('aria-current', 'page'))
  fireEvent.click(rooms().getByRole('button', { name: '总览' }))
  await screen.findByText('95.0%')
  fireEvent.click(rooms().getByRole('button', { name: '提醒' }))
  await screen.findByText(/当天联系大厅负责人/)
  expect(screen.queryByText('未看')).toBeNull()
})

test('an alert says what to do and leads to the figures, or to the work order', async () => {
  await show('supervisor')
  fireEvent.click(await screen.findByRole('button', { name: /^提醒/ }))
  expect(await screen.findByText('天河大厅 · 5号窗口：差评工单超期 90 分钟，已交上级督办')).toBeInTheDocument()
  expect(screen.getByText(/当天联系大厅负责人/)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '看工单' }))
  expect(await screen.findByText('等了很久')).toBeInTheDocument()
  fireEvent.click(rooms().getByRole('button', { name: '提醒' }))
  fireEvent.click(await screen.findByRole('button', { name: '看数据' }))
  await waitFor(() => expect(server.received.some(({ path }) => path === '/api/staff/supervision?scope=w.tianhe.5')).toBe(true))
})

test('a reload comes back to the room', async () => {
  const first = await show('supervisor')
  fireEvent.click(await screen.findByRole('button', { name: '通报' }))
  await screen.findByText('还没有通报。')
  first.unmount()
  render(<SupervisionApp />)
  expect(await screen.findByText('还没有通报。')).toBeInTheDocument()
})

test('an operator has no work orders', async () => {
  await show('operator')
  await screen.findByText('95.0%')
  expect(rooms().getAllByRole('button').map(({ textContent }) => textContent)).not.toContain('工单')
  expect(screen.queryByRole('button', { name: '看工单' })).toBeNull()
})

test('a clerk finds the bad ratings about themselves, and nothing of the city is asked for', async () => {
  await show('clerk')
  expect(await screen.findByRole('button', { name: /居住证办理/ })).toBeInTheDocument()
  expect(screen.getByText('关于我的差评')).toBeInTheDocument()
  expect(screen.queryByRole('navigation', { name: '栏目' })).toBeNull()
  expect(server.received.every(({ path }) => path.startsWith('/api/staff/orders'))).toBe(true)
})

test('a session that ended asks to sign in again, whatever was asked', async () => {
  const { status, zh, retry } = errorTable.UNAUTHENTICATED
  await show('supervisor', () => ({ status, body: { error: { code: 'UNAUTHENTICATED', message: zh, retry, requestId: 'r' } } }))
  expect(await screen.findByText('登录已过期，请重新登录。')).toBeInTheDocument()
})
