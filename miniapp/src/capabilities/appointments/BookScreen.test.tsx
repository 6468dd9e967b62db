import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { BookScreen } from './BookScreen'
import { anItem, anOffer, hour, TEN } from './builders'

let server: PhoneServer
const items = [anItem(), anItem({ itemId: 'housing', name: { zh: '公积金提取', en: 'Housing fund' }, minutes: 20 })]
const open = async (itemIds: readonly string[], found: Reply = { body: { halls: [anOffer({ distanceMetres: 850 })], next: null, asOf: TEN - 25 * hour } }, ask = jest.fn(), hallId = '') => {
  server = await servePhone(({ path }) => (path === '/api/items' ? { body: { items } } : found))
  render(<BookScreen itemIds={itemIds} hallId={hallId} nearby={{ place: null, asking: false, failed: false, ask, inWords: (metres) => `${metres} m` }} />)
  return ask
}
const press = async (name: string | RegExp): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }
const opened = (): string | undefined => phone.opened.at(-1)?.url

afterEach(async () => {
  cleanup()
  act(() => setLanguage('zh'))
  await server.close()
})

test('several things are chosen for one visit, and their minutes add up', async () => {
  await open([])
  fireEvent.click(await screen.findByRole('checkbox', { name: /^居住证办理/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: /^公积金提取/ }))
  expect(screen.getByText('已选 2 件，约 32 分钟')).toBeInTheDocument()
  await press('下一步：选大厅')
  expect(opened()).toBe('/pages/book/index?items=residence-permit%2Chousing')
})

test('everyday words find what its name does not hold, and a search that fails still leaves the names', async () => {
  const many = Array.from({ length: 9 }, (_, n) => anItem({ itemId: `item-${n}`, name: { zh: `事项${n}`, en: `Item ${n}` } }))
  server = await servePhone(({ path }) => {
    if (path === '/api/items') return { body: { items: many } }
    return path.includes(encodeURIComponent('搬家')) ? { body: { items: [{ itemId: 'item-8', withdrawn: null }, { itemId: 'item-7', withdrawn: { since: '20250101', reason: '', replacedBy: [] } }] } } : { status: 503, body: {} }
  })
  render(<BookScreen itemIds={[]} hallId='' nearby={{ place: null, asking: false, failed: false, ask: jest.fn(), inWords: String }} />)
  const field = await screen.findByRole('textbox')
  fireEvent.change(field, { target: { value: '搬家' } })
  expect(await screen.findByRole('checkbox', { name: /^事项8/ })).toBeInTheDocument()
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  fireEvent.change(field, { target: { value: '事项3' } })
  expect(await screen.findByRole('checkbox', { name: /^事项3/ })).toBeInTheDocument()
  fireEvent.change(field, { target: { value: '没有的' } })
  expect(await screen.findByText('没有找到“没有的”。换个词试试。')).toBeInTheDocument()
})

test('halls say when the next free time is and how far they are; one tap leads to their days', async () => {
  const ask = await open(['residence-permit'])
  fireEvent.click(await screen.findByRole('link', { name: /^天河区政务服务中心.*最早 明天 10:00.*850 m.*天河区软件路13号/ }))
  expect(opened()).toBe('/pages/book-slot/index?hall=tianhe&line=A&items=residence-permit')
  expect(server.received.find(({ method }) => method === 'POST')?.body).toEqual({ itemIds: ['residence-permit'], cursor: 0, limit: 10 })
  fireEvent.click(screen.getByText('按距离排列'))
  expect(ask).toHaveBeenCalled()
})

test('from a hall’s page only that hall is asked for; others are one tap away', async () => {
  await open([], undefined, jest.fn(), 'tianhe')
  fireEvent.click(await screen.findByRole('checkbox', { name: /^居住证办理/ }))
  await press('下一步：选大厅')
  expect(opened()).toBe('/pages/book/index?items=residence-permit&hall=tianhe')
  cleanup()
  await server.close()
  await open(['residence-permit'], undefined, jest.fn(), 'tianhe')
  expect(await screen.findByText('天河区政务服务中心')).toBeInTheDocument()
  expect(server.received.find(({ method }) => method === 'POST')?.body).toMatchObject({ hallId: 'tianhe' })
  await press('看别的大厅')
  expect(opened()).toBe('/pages/book/index?items=residence-permit')
})

test('a hall that is booked out says that one can wait, one that cannot be read that it is not known; none at all says what else to do', async () => {
  await open(['residence-permit'], { body: { halls: [anOffer({ nextFree: null })], next: null, asOf: TEN } })
  expect(await screen.findByText('暂时约满，可以候补')).toBeInTheDocument()
  cleanup()
  await server.close()
  await open(['residence-permit'], { body: { halls: [anOffer({ nextFree: null, readable: false })], next: null, asOf: TEN } })
  expect(await screen.findByText('现在查不到空位，点开再试')).toBeInTheDocument()
  cleanup()
  await server.close()
  await open(['residence-permit'], { body: { halls: [], next: null, asOf: TEN } })
  expect(await screen.findByText('没有大厅能一次办完')).toBeInTheDocument()
})

test('what cannot be had is said, and can be asked for again', async () => {
  await open(['residence-permit'], { status: 503, body: { error: { code: 'UNAVAILABLE', message: '系统繁忙，请稍后再试。', retry: 'later', requestId: 'r-1' } } })
  expect(await screen.findByText('系统繁忙，请稍后再试。')).toBeInTheDocument()
  const before = server.received.length
  await press('再试一次')
  await waitFor(() => expect(server.received.length).toBeGreaterThan(before))
})

test('where nothing can be booked, the halls are the way on', async () => {
  server = await servePhone(() => ({ body: { items: [] } }))
  render(<BookScreen itemIds={[]} hallId='' nearby={{ place: null, asking: false, failed: false, ask: jest.fn(), inWords: String }} />)
  expect(await screen.findByText('可以直接到大厅取号办理。')).toBeInTheDocument()
  await press('看所有大厅')
  expect(opened()).toBe('/pages/halls/index')
})
