import { useState } from 'react'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { servePhone, type PhoneServer } from '../../../../../tests/support/phone/server'
import { supervisionApi } from '../api'
import { AT, bulletin } from '../builders'
import { BulletinsRoom } from './BulletinsRoom'

let server: PhoneServer
afterEach(async () => { await server.close() })

const nothing = (): void => undefined
const show = async (open: string | null = null, one = bulletin()): Promise<void> => {
  server = await servePhone(({ path }) => {
    if (path.endsWith('/workbook')) return { body: { fileName: 'daily-20260105.xlsx', base64: 'UEsDBA==' } }
    if (path.startsWith('/api/staff/bulletins/')) return { body: one }
    return { body: { bulletins: [{ bulletinId: 'daily-20260105', kind: 'daily', from: '20260105', to: '20260105', madeAt: AT }] } }
  })
  const Room = () => {
    const [id, setId] = useState(open)
    return <BulletinsRoom api={supervisionApi('t'.repeat(43), nothing)} bulletinId={id} onBulletin={setId} />
  }
  render(<Room />)
}

test('bulletins are listed by kind and opened', async () => {
  await show()
  fireEvent.click(await screen.findByRole('button', { name: /日通报 · 2026年1月5日/ }))
  expect(await screen.findByRole('heading', { level: 1, name: '日通报 · 2026年1月5日' })).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /返回/ }))
  fireEvent.click(await screen.findByLabelText('周通报'))
  await waitFor(() => expect(server.received.at(-1)?.path).toBe('/api/staff/bulletins?kind=weekly'))
})

test('halls with too few ratings are marked and not ranked', async () => {
  await show('daily-20260105')
  const table = within(await screen.findByRole('table', { name: '大厅排名' }))
  const cells = (hall: string) => within(table.getByRole('rowheader', { name: hall }).closest('tr') as HTMLElement).getAllByRole('cell').map(({ textContent }) => textContent)
  expect(cells('越秀大厅').slice(0, 2)).toEqual(['2', '90.0%'])
  expect(cells('荔湾大厅')[0]).toBe('评价太少，不排名')
  expect(screen.getByText('按好评率排名；评价少于 30 条的不排名。')).toBeInTheDocument()
})

test('movers, overdue orders and tags are told, and the city beside the period before', async () => {
  await show('daily-20260105')
  expect(await screen.findByText('上升 7.0 个百分点')).toBeInTheDocument()
  const overdue = within(screen.getByRole('table', { name: '超期工单' }))
  expect(overdue.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['居住证办理', '待核实', '超期 2 个工作日', '演示领导'])
  expect(screen.getByText('服务态度差效率低')).toBeInTheDocument()
  expect(within(screen.getByRole('table', { name: '全市' })).getByRole('row', { name: /^好评率/ })).toHaveTextContent('好评率95.0%93.0%高 2.0 个百分点')
})

test('nothing overdue and nobody moved is said in words', async () => {
  await show('daily-20260105', bulletin({ overdue: [], movers: [], tags: [] }))
  expect(await screen.findByText('没有超期工单。')).toBeInTheDocument()
  expect(screen.getByText('没有评价够多而又有变化的大厅。')).toBeInTheDocument()
})

test('it is downloaded as a workbook, and printed by the browser', async () => {
  const saved: string[] = []
  Object.assign(URL, { createObjectURL: ({ size }: Blob) => `blob:${size}`, revokeObjectURL: nothing })
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(this: HTMLAnchorElement) { saved.push(`${this.download} ${this.href}`) })
  const print = jest.spyOn(window, 'print').mockImplementation(nothing)
  await show('daily-20260105')
  fireEvent.click(await screen.findByRole('button', { name: '下载表格（.xlsx）' }))
  await waitFor(() => expect(saved).toEqual(['daily-20260105.xlsx blob:4']))
  fireEvent.click(screen.getByRole('button', { name: '打印' }))
  expect(print).toHaveBeenCalledTimes(1)
})
