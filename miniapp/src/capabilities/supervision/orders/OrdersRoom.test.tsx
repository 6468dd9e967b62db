import { useState } from 'react'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { errorTable, type ErrorCode } from '@shared/errors'
import type { OrderDetail } from '@shared/orders'
import '@/capabilities/console/dialogStandIn'
import { aHall } from '@/capabilities/console/builders'
import { setLanguage } from '@/i18n'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../../tests/support/phone/server'
import { supervisionApi } from '../api'
import { detail, RATING, summary } from '../builders'
import { OrdersRoom } from './OrdersRoom'

let server: PhoneServer
afterEach(async () => { await server.close(); act(() => setLanguage('zh')) })

const nothing = (): void => undefined
const refused = (code: ErrorCode): Reply => ({ status: errorTable[code].status, body: { error: { code, message: errorTable[code].zh, retry: errorTable[code].retry, requestId: 'r' } } })
interface Told { readonly order?: OrderDetail; readonly write?: (request: Received, count: number) => Reply; readonly isOwn?: boolean; readonly ratingId?: string | null; readonly list?: (path: string) => Reply }

const show = async ({ order = detail(), write = () => ({ body: order }), isOwn = false, ratingId = null, list }: Told = {}): Promise<void> => {
  let writes = 0
  let now = order
  server = await servePhone((request) => {
    const { method, path } = request
    if (path === '/api/halls/search') return { body: { halls: [aHall(), aHall({ hallId: 'panyu', name: { zh: '番禺大厅', en: 'Panyu' } })], nextCursor: null } }
    if (path.includes('/photos/')) return { body: { base64: '/9j/4AAQ' } }
    if (method === 'POST') {
      writes += 1
      const reply = write(request, writes)
      // What an act led to is what is read afterwards: the page asks again at once.
      if (typeof reply === 'object' && 'body' in reply && (reply.status ?? 200) === 200) now = reply.body as OrderDetail
      return reply
    }
    if (path === `/api/staff/orders/${RATING}`) return { body: now }
    return list?.(path) ?? { body: { asOf: 1, orders: [summary(), summary({ ratingId: 'tianhe.1h3k9q2m7x5v8b1n4c6d', business: '户口迁入', overdue: true, daysLeft: -2 })], next: null } }
  })
  const Room = () => {
    const [open, setOpen] = useState(ratingId)
    return <OrdersRoom api={supervisionApi('t'.repeat(43), nothing)} isOwn={isOwn} mayIn={[]} ratingId={open} onOrder={setOpen} />
  }
  render(<Room />)
}
const steps = () => server.received.filter(({ path }) => path.endsWith('/steps'))
const send = async (step: string, text: string) => {
  fireEvent.click(await screen.findByRole('button', { name: step }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('写明情况'), { target: { value: text } })
  fireEvent.click(dialog.getByRole('button', { name: '提交' }))
  return dialog
}

test('the list keeps the server’s order and says how long there is', async () => {
  await show()
  const rows = await screen.findAllByRole('button', { name: /天河大厅/ })
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining('还剩 1 个工作日'), expect.stringContaining('超期 2 个工作日')])
  fireEvent.click(rows[0] as HTMLElement)
  expect(await screen.findByText('等了很久')).toBeInTheDocument()
})

test('a hall and the ended ones can be asked for', async () => {
  await show()
  fireEvent.change(await screen.findByLabelText('大厅'), { target: { value: 'panyu' } })
  await waitFor(() => expect(server.received.at(-1)?.path).toBe('/api/staff/orders?hallId=panyu&ended=false&cursor=0'))
  fireEvent.click(screen.getByLabelText('已结束'))
  await waitFor(() => expect(server.received.at(-1)?.path).toBe('/api/staff/orders?hallId=panyu&ended=true&cursor=0'))
})

test('further pages are shown on demand, an order that moved stands there once', async () => {
  const second = summary({ ratingId: 'tianhe.2h3k9q2m7x5v8b1n4c6d', business: '公积金提取' })
  await show({ list: (path) => ({ body: path.includes('cursor=0') ? { asOf: 1, orders: [summary()], next: 20 } : { asOf: 1, orders: [summary(), second], next: null } }) })
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }))
  expect(await screen.findByText(/公积金提取/)).toBeInTheDocument()
  expect(screen.getAllByText(/居住证办理/)).toHaveLength(1)
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
})

test('an order tells what was said, its photos, who has it and every step', async () => {
  await show({ ratingId: RATING, order: detail({
    photos: ['0h3k9q2m7x5v8b1n4c6d0h3k9q'], rater: '张*', leader: { zh: '演示领导', en: 'Demo leader' }, daysLeft: -1, overdue: true,
    steps: [{ at: 1_767_600_000_000, step: 'open', by: 'citizen', text: '' }, { at: 1_767_603_600_000, step: 'contact', by: 'lead1', text: '已致歉' }],
  }) })
  expect(await screen.findByRole('img', { name: '评价的照片 1' })).toHaveAttribute('src', 'data:image/jpeg;base64,/9j/4AAQ')
  expect(screen.getByText('张*')).toBeInTheDocument()
  expect(screen.getByText('演示领导')).toBeInTheDocument()
  expect(screen.getByText('超期 1 个工作日')).toBeInTheDocument()
  const done = within(screen.getByRole('region', { name: '办理过程' }))
  expect(done.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['收到差评1月5日周一 16:00 · 群众', '核实联系1月5日周一 17:00 · lead1已致歉'])
})

test('a step is sent once it is written down, and the order shows what came of it', async () => {
  await show({ ratingId: RATING, write: () => ({ body: detail({ state: 'contacted', may: ['rectify', 'appeal'] }) }) })
  fireEvent.click(await screen.findByRole('button', { name: '核实联系' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/评价人会看到这段话/)).toBeInTheDocument()
  fireEvent.click(dialog.getByRole('button', { name: '提交' }))
  expect(dialog.getByText('请写几句话。')).toBeInTheDocument()
  expect(steps()).toEqual([])
  fireEvent.change(dialog.getByLabelText('写明情况'), { target: { value: ' 已致歉 ' } })
  fireEvent.click(dialog.getByRole('button', { name: '提交' }))
  expect(await screen.findByText('核实联系：已提交')).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByRole('button', { name: '整改' })).toBeInTheDocument()
  expect(steps()[0]).toMatchObject({ body: { step: 'contact', text: '已致歉' } })
})

test('an answer that was lost is asked for again with the same key', async () => {
  await show({ ratingId: RATING, write: (_, count) => (count === 1 ? 'drop' : { body: detail({ state: 'contacted', may: [] }) }) })
  await send('核实联系', '已致歉')
  expect(await screen.findByText('核实联系：已提交')).toBeInTheDocument()
  const keys = steps().map(({ headers }) => headers['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('a refusal stays in the question, as a sentence, and what was written stays', async () => {
  await show({ ratingId: RATING, write: () => refused('SAME_HANDS') })
  const dialog = await send('核实联系', '已致歉')
  expect(await dialog.findByText(errorTable.SAME_HANDS.zh)).toBeInTheDocument()
  expect(dialog.getByLabelText('写明情况')).toHaveValue('已致歉')
})

test('a revisit asks whether the citizen is satisfied', async () => {
  await show({ ratingId: RATING, order: detail({ state: 'replied', may: ['revisit'] }) })
  const dialog = await send('回访', '电话回访')
  expect(dialog.getByText('请选择群众是否满意。')).toBeInTheDocument()
  fireEvent.click(dialog.getByLabelText('不满意'))
  fireEvent.click(dialog.getByRole('button', { name: '提交' }))
  await waitFor(() => expect(steps()[0]?.body).toEqual({ step: 'revisit', text: '电话回访', satisfied: false }))
})

test('a clerk sees who they are not told, and may appeal among the office', async () => {
  await show({ isOwn: true, ratingId: RATING, order: detail({ state: 'contacted', may: ['appeal'] }) })
  fireEvent.click(await screen.findByRole('button', { name: '申诉' }))
  expect(within(await screen.findByRole('dialog')).getByText(/评价人看不到这段话/)).toBeInTheDocument()
  expect(screen.queryByText('评价人')).toBeNull()
  expect(server.received.some(({ path }) => path === '/api/halls/search')).toBe(false)
})

test('an order that went with its rating says so', async () => {
  await show({ ratingId: 'tianhe.9h3k9q2m7x5v8b1n4c6d', list: () => refused('ORDER_NOT_FOUND') })
  expect(await screen.findByText('没有找到这张工单，它可能已随评价删除。')).toBeInTheDocument()
})

test('it all reads in English too', async () => {
  act(() => setLanguage('en'))
  await show()
  expect(await screen.findByText('1 working day left')).toBeInTheDocument()
})
