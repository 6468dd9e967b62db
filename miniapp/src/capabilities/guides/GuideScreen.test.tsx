import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ItemGuide } from '@shared/guides'
import { setLanguage } from '@/i18n'
import { phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { aGuide, aGuideHall } from './builders'
import { GuideScreen } from './GuideScreen'

let server: PhoneServer
let reply: Reply
const show = async (guide: Partial<ItemGuide> | 'gone') => {
  reply = guide === 'gone' ? { status: 404, body: { error: { code: 'ITEM_NOT_FOUND', message: '没有找到这个事项', retry: 'never', requestId: 'r-1' } } } : { body: aGuide(guide) }
  server = await servePhone(() => reply)
  render(<GuideScreen itemId='residence-permit' />)
  await screen.findByText(guide === 'gone' ? '没有找到这个事项' : guide.name?.zh ?? '居住证办理')
}
const opened = (): string | undefined => phone.opened.at(-1)?.url
const press = (name: string): void => { fireEvent.click(screen.getByRole('button', { name })) }

afterEach(async () => {
  cleanup()
  act(() => setLanguage('zh'))
  await server.close()
})

test('answers: can I, what to bring, where, how long, how much, online', async () => {
  await show({})
  expect(server.received[0]?.path).toBe('/api/items/residence-permit/guide')
  for (const text of ['个人可以办', '在本市居住半年以上', '天河区政务服务中心', '承诺 10 个工作日', '不收费', '可以网上办，要到现场 1 次', '公安局']) expect(screen.getByText(text)).toBeInTheDocument()
  expect(screen.getByText('以 1月5日 周一 的事项目录为准', { exact: false })).toBeInTheDocument()
})

test('what must be brought is ticked off; what the city holds need not be, and cannot be', async () => {
  await show({})
  expect(screen.getByText('共 1 样，已备好 0 样')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('checkbox', { name: /^居民身份证/ }))
  expect(screen.getByText('都备齐了')).toBeInTheDocument()
  expect(screen.getByText('不用带，公安局已有')).toBeInTheDocument()
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
})

test('is booked from here, or a number taken in the one hall that does it', async () => {
  await show({})
  press('预约去办')
  expect(opened()).toBe('/pages/book/index?items=residence-permit')
  press('去大厅取号')
  expect(opened()).toBe('/pages/take/index?hall=tianhe&item=residence-permit')
})

test('of several halls one chooses first; where none takes appointments none is offered', async () => {
  await show({ where: { halls: [aGuideHall({ bookable: false }), aGuideHall({ hallId: 'panyu', bookable: false })], hallCount: 9, place: null } })
  expect(screen.queryByRole('button', { name: '预约去办' })).not.toBeInTheDocument()
  press('去大厅取号')
  fireEvent.click(screen.getAllByRole('link', { name: /^天河区政务服务中心/ }).at(-1) as HTMLElement)
  expect(opened()).toBe('/pages/take/index?hall=panyu&item=residence-permit')
})

test('withdrawn: since when, why, and what to ask for instead; nothing leads to doing it', async () => {
  await show({ withdrawn: { since: '20251001', reason: '并入居住登记', replacedBy: [{ itemId: 'residence-record', name: { zh: '居住登记', en: 'Residence record' } }] } })
  expect(screen.getByText('2025年10月1日 起不再办理')).toBeInTheDocument()
  expect(screen.getByText(/并入居住登记/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '预约去办' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '去大厅取号' })).not.toBeInTheDocument()
  press('居住登记')
  expect(opened()).toBe('/pages/guides/guide/index?item=residence-record')
})

test('a catalogue that was never reached is said, and what it alone knows is not made up', async () => {
  await show({ asOf: null, version: null, conditions: [], fee: null, online: null, department: null, audience: null, history: [], time: { onTheSpot: null, promised: null, lawful: null, minutes: 12 } })
  expect(screen.getByText(/还没连上全市的事项目录/)).toBeInTheDocument()
  for (const text of ['我能办吗', '多少钱', '能网上办吗', '没有特别的条件']) expect(screen.queryByText(text)).not.toBeInTheDocument()
})

test('an item that does not exist leads to the search', async () => {
  await show('gone')
  press('搜一搜')
  expect(opened()).toBe('/pages/guides/search/index')
})

test('English says where there is only Chinese', async () => {
  await show({ name: { zh: '新事项', en: '新事项' } })
  act(() => setLanguage('en'))
  expect(await screen.findByText('Some of it is in Chinese only')).toBeInTheDocument()
  expect(screen.getByText('Promised within 10 working days')).toBeInTheDocument()
})

test('what cannot be asked anew is shown as of when it was heard', async () => {
  await show({})
  reply = { status: 503, body: {} }
  act(() => { setLanguage('en'); showPage() })
  expect(await screen.findByText(/^We cannot get news right now\. This is how it was at/)).toBeInTheDocument()
})
