import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { servePhone, type PhoneServer } from '../../../../../tests/support/phone/server'
import { supervisionApi } from '../api'
import { indicators, overview, scoped } from '../builders'
import { ComparisonRoom } from './ComparisonRoom'

let server: PhoneServer
beforeEach(() => window.sessionStorage.clear())
afterEach(async () => { await server.close() })

const nothing = (): void => undefined
const halls = overview({ scope: 'd.440106', name: { zh: '天河区', en: 'Tianhe' }, parts: [scoped('h.tianhe', '天河大厅'), scoped('h.software', '软件路大厅')], departments: [] })

/** A server whose share of good ratings is the lower the earlier the period begins. */
const show = async (): Promise<void> => {
  server = await servePhone(({ path }) => {
    const query = new URL(path, 'http://one').searchParams
    if (!path.includes('/comparison')) return { body: query.get('scope') === 'city' ? overview() : halls }
    const [from = '', to = ''] = [query.get('from') ?? '', query.get('to') ?? '']
    const goodRate = from === '20260108' ? 0.95 : 0.9
    return { body: { from, to, series: (query.get('scopes') ?? '').split(',').map((scope) => ({
      scope, name: { zh: `名 ${scope}`, en: scope }, indicators: indicators({ goodRate }), days: [{ day: from, ratings: 10, bad: 1, visits: 40 }, { day: to, ratings: 0, bad: 0, visits: 2 }],
    })) } }
  })
  render(<ComparisonRoom api={supervisionApi('t'.repeat(43), nothing)} />)
  await screen.findByLabelText('天河区')
}
const asked = (): string[] => server.received.map(({ path }) => path).filter((path) => path.includes('/comparison'))
const setPeriod = (from: string, to: string): void => {
  fireEvent.change(screen.getByLabelText('从'), { target: { value: from } })
  fireEvent.change(screen.getByLabelText('到'), { target: { value: to } })
}

test('what is chosen is compared over the period and the same number of days before', async () => {
  await show()
  setPeriod('2026-01-08', '2026-01-14')
  fireEvent.click(screen.getByLabelText('天河区'))
  expect(await screen.findByText('名 d.440106 95.0%，比上期高 5.0 个百分点')).toBeInTheDocument()
  expect(asked().sort()).toEqual(['from=20260101&to=20260107', 'from=20260108&to=20260114'].map((days) => `/api/staff/supervision/comparison?scopes=d.440106&${days}`))
  const table = screen.getByRole('table', { name: '全部指标' })
  expect(within(table).getByRole('columnheader', { name: '名 d.440106' })).toBeInTheDocument()
  expect(within(table).getByRole('row', { name: /^好评率/ })).toHaveTextContent('95.0% 上期 90.0% · 高 5.0 个百分点')
})

test('each day is told as a table; one without ratings says none', async () => {
  await show()
  setPeriod('2026-01-08', '2026-01-14')
  fireEvent.click(screen.getByLabelText('天河区'))
  fireEvent.click(await screen.findByRole('button', { name: '显示为表格', description: '每天的好评率' }))
  expect(within(screen.getByRole('table', { name: '每天的好评率' })).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['90.0%（10）', '无（0）'])
})

test('halls are found inside their district; what was chosen stays and can be removed', async () => {
  await show()
  fireEvent.click(screen.getByLabelText('天河区'))
  fireEvent.click(screen.getByRole('button', { name: '看天河区' }))
  fireEvent.click(await screen.findByLabelText('天河大厅'))
  await waitFor(() => expect(asked().some((path) => path.includes('scopes=d.440106%2Ch.tianhe&'))).toBe(true))
  fireEvent.click(screen.getByRole('button', { name: '移除天河区' }))
  await waitFor(() => expect(asked().some((path) => path.includes('scopes=h.tianhe&'))).toBe(true))
})

test('a period that ends before it begins is said at once and not asked for', async () => {
  await show()
  setPeriod('2026-01-08', '2026-01-07')
  fireEvent.click(screen.getByLabelText('天河区'))
  expect(screen.getByText('结束日期早于开始日期。')).toBeInTheDocument()
  expect(asked().filter((path) => path.includes('from=20260108'))).toEqual([])
})

test('no seventh can be chosen', async () => {
  await show()
  for (const name of ['全市', '天河区', '越秀区', '荔湾区', '市人社局']) fireEvent.click(screen.getByLabelText(name))
  fireEvent.click(screen.getByRole('button', { name: '看天河区' }))
  fireEvent.click(await screen.findByLabelText('天河大厅'))
  expect(screen.getByLabelText('软件路大厅')).toBeDisabled()
  expect(screen.getByText('最多比较 6 个，请先移除一个。')).toBeInTheDocument()
  expect(screen.getByLabelText('天河大厅')).toBeEnabled()
})
