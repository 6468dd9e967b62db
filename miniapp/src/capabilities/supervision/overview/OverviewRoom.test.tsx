import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { errorTable } from '@shared/errors'
import { setLanguage } from '@/i18n'
import { servePhone, type PhoneServer, type Reply } from '../../../../../tests/support/phone/server'
import { supervisionApi } from '../api'
import { cityName, indicators, overview } from '../builders'
import { OverviewRoom } from './OverviewRoom'

let server: PhoneServer
afterEach(async () => { await server.close(); act(() => setLanguage('zh')) })

const nothing = (): void => undefined
const show = async (reply: (path: string) => Reply = () => ({ body: overview() }), scope = 'city') => {
  server = await servePhone(({ path }) => reply(path))
  const went: string[] = []
  render(<OverviewRoom api={supervisionApi('t'.repeat(43), nothing)} scope={scope} onScope={(next) => { went.push(next) }} onOrders={nothing} />)
  return went
}
const panel = (name: string) => within(screen.getByRole('region', { name }))

test('the day’s share of good ratings stands beside the same day of last week', async () => {
  await show()
  await screen.findByText('95.0%')
  expect(screen.getByText('上周同日 93.0% · 高 2.0 个百分点')).toBeInTheDocument()
  expect(screen.getByText('上周同日 90 · 多 10')).toBeInTheDocument()
  expect(server.received[0]?.path).toBe('/api/staff/supervision?scope=city')
})

test('few ratings are marked in words, with where the truth lies', async () => {
  await show(() => ({ body: overview({ today: indicators({ few: true, ratings: 12, goodBetween: [0.646, 0.985] }) }) }))
  expect(await screen.findByText(/评价太少，只供参考：.*64.6% 到 98.5%/)).toBeInTheDocument()
  const row = panel('各区好评率').getByText('荔湾区').closest('li') as HTMLElement
  expect(within(row).getByText('评价太少')).toBeInTheDocument()
  expect(within(row).getByText('43.8% 至 100.0%')).toBeInTheDocument()
})

test('a district leads into its halls; the worst stands first', async () => {
  const went = await show()
  await screen.findByText('95.0%')
  const names = panel('各区好评率').getAllByRole('button').map((button) => button.textContent).filter((text) => text?.endsWith('区'))
  expect(names).toEqual(['越秀区', '天河区', '荔湾区'])
  fireEvent.click(screen.getByRole('button', { name: '天河区' }))
  expect(went).toEqual(['d.440106'])
})

test('further down, the focus stands on the name of where one is', async () => {
  server = await servePhone(({ path }) => ({ body: path.includes('scope=d.440106') ? overview({ scope: 'd.440106', name: { zh: '天河区', en: 'Tianhe' }, parts: [] }) : overview() }))
  const api = supervisionApi('t'.repeat(43), nothing)
  const { rerender } = render(<OverviewRoom api={api} scope='city' onScope={nothing} />)
  const first = await screen.findByRole('heading', { level: 1 })
  expect(first).not.toHaveFocus()
  rerender(<OverviewRoom api={api} scope='d.440106' onScope={nothing} />)
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('天河区'))
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

test('the path leads back up', async () => {
  const path = [{ scope: 'city', name: cityName }, { scope: 'd.440106', name: { zh: '天河区', en: 'Tianhe' } }]
  const went = await show(() => ({ body: overview({ scope: 'd.440106', path, parts: [] }) }), 'd.440106')
  const way = within(await screen.findByRole('navigation', { name: '范围' }))
  expect(way.getByText('天河区')).toHaveAttribute('aria-current', 'location')
  fireEvent.click(way.getByRole('button', { name: '全市' }))
  expect(went).toEqual(['city'])
})

test('a chart is also a table with headings', async () => {
  await show()
  await screen.findByText('95.0%')
  fireEvent.click(within(screen.getByRole('region', { name: '叫号人次' })).getByRole('button', { name: '显示为表格' }))
  const table = screen.getByRole('table', { name: '叫号人次' })
  expect(within(table).getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['时段', '叫号', '平均等候', '超承诺叫号'])
  expect(within(within(table).getByRole('rowheader', { name: '10 点' }).closest('tr') as HTMLElement).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['35', '33 分钟', '2'])
})

test('who waits now, and the line over its promise since when', async () => {
  await show()
  const waits = within(await screen.findByRole('region', { name: '现在的等候' }))
  expect(waits.getAllByText(/最久 41 分钟，承诺 30 分钟/)).toHaveLength(1)
  expect(waits.getByText('15:49 起超过承诺：最久 41 分钟，12 人在等')).toBeInTheDocument()
  expect(waits.getByText(/有 1 个开着的大厅没有回应/)).toBeInTheDocument()
})

test('work orders and complaints are told; a window has no work orders of its own', async () => {
  await show()
  expect(await screen.findByText('超期 1 · 即将到期 2')).toBeInTheDocument()
  expect(screen.getByText('最多的是“服务态度差效率低”，4 次')).toBeInTheDocument()
  expect(screen.getByText('最多的是“排队”，6 次')).toBeInTheDocument()
})

test('a window shows neither waits nor work orders', async () => {
  await show(() => ({ body: overview({ scope: 'w.tianhe.5', parts: [] }) }), 'w.tianhe.5')
  await screen.findByText('95.0%')
  expect(screen.queryByText('现在的等候')).toBeNull()
  expect(screen.queryByText('差评工单')).toBeNull()
})

test('a past day is asked for, and is marked as one', async () => {
  await show((path) => ({ body: overview(path.includes('day=20260103') ? { day: '20260103' } : {}) }))
  await screen.findByText('95.0%')
  fireEvent.change(screen.getByLabelText('日期', { selector: 'input' }), { target: { value: '2026-01-03' } })
  expect(await screen.findByText('过去的一天')).toBeInTheDocument()
  expect(server.received.at(-1)?.path).toBe('/api/staff/supervision?scope=city&day=20260103')
})

test('a part of the city that is no more leads back to the city', async () => {
  const { status, zh, retry } = errorTable.SCOPE_NOT_FOUND
  const went = await show(() => ({ status, body: { error: { code: 'SCOPE_NOT_FOUND', message: zh, retry, requestId: 'r' } } }), 'h.gone')
  expect(await screen.findByText(zh)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(went).toEqual(['city'])
})

test('it all reads in English too', async () => {
  act(() => setLanguage('en'))
  await show()
  expect(await screen.findByText('Same day last week 93.0 % · 2.0 points higher')).toBeInTheDocument()
})
