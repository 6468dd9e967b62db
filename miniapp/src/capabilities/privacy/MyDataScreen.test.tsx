import { act, fireEvent, render, screen } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { keptOf, partOf } from './builders'
import { MyDataScreen } from './MyDataScreen'

const AS_OF = Date.UTC(2026, 0, 5, 1, 40)
const none = partOf({ part: 'tickets', title: { zh: '排队号', en: 'Numbers' }, records: [] })
const all = { parts: [partOf(), none], keptByLaw: [keptOf(), keptOf({ what: { zh: '办件', en: 'Cases' }, until: null })], asOf: AS_OF }
let server: PhoneServer
const serve = async (reply: () => Reply, signedIn = true): Promise<void> => {
  server = await servePhone(reply)
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
}
afterEach(async () => { act(() => { dropSession(); setLanguage('zh') }); await server.close() })
const press = async (name: string): Promise<void> => { await act(async () => { fireEvent.click(screen.getByRole('button', { name })) }) }

test('shows part by part what is held, as of when, and what the law keeps', async () => {
  await serve(() => ({ body: all }))
  render(<MyDataScreen />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
  expect(await screen.findByText('2026年1月5日 09:40 的情况')).toBeInTheDocument()
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['办理人', '排队号', '依法要留的'])
  for (const text of ['1 条', '没有', '演*', '父母', '评价的修改记录', '留到 2026年6月30日', '由办理部门依法保存']) expect(screen.getByText(text)).toBeInTheDocument()
})

test('a copy is the whole of it, as it came', async () => {
  await serve(() => ({ body: all }))
  render(<MyDataScreen />)
  await screen.findByText('演*')
  await press('复制全部（JSON）')
  expect(JSON.parse(String(phone.copied))).toEqual(all)
  expect(screen.getByText(/已复制/)).toBeInTheDocument()
  phone.copied = new Error('forbidden')
  await press('复制全部（JSON）')
  expect(screen.getByRole('alert')).toHaveTextContent('没有成功，请再试一次')
  expect([...phone.storage.values()].filter((one) => JSON.stringify(one).includes('parent'))).toEqual([])
})

test('what somebody wrote is shown as text, in names and values alike', async () => {
  await serve(() => ({ body: { ...all, parts: [partOf({ records: [{ '<b>odd</b>': '<img src=x onerror=alert(1)>' }] })] } }))
  const { container } = render(<MyDataScreen />)
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeInTheDocument()
  expect(screen.getByText('<b>odd</b>')).toBeInTheDocument()
  expect(container.querySelector('img, b')).toBeNull()
})

test('many records come a few at a time, none of them lost', async () => {
  await serve(() => ({ body: { ...all, parts: [partOf({ records: Array.from({ length: 23 }, (_, n) => ({ number: `A${100 + n}` })) })] } }))
  render(<MyDataScreen />)
  await screen.findByText('A100')
  expect(screen.queryByText('A122')).not.toBeInTheDocument()
  await press('再显示 10 条')
  await press('再显示 3 条')
  expect(screen.getByText('A122')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /再显示/ })).not.toBeInTheDocument()
})

test('nothing held is said; an error can be tried again; without a session it leads to signing in', async () => {
  let reply: Reply = { status: 503, body: { error: { code: 'UNAVAILABLE', message: 'message of UNAVAILABLE', retry: 'later', requestId: 'r-1' } } }
  await serve(() => reply)
  const { unmount } = render(<MyDataScreen />)
  expect(await screen.findByText('message of UNAVAILABLE')).toBeInTheDocument()
  reply = { body: { parts: [], keptByLaw: [], asOf: AS_OF } }
  await press('再试一次')
  expect(await screen.findByText('没有存您的任何数据')).toBeInTheDocument()
  unmount()
  act(() => { dropSession(); setLanguage('en') })
  render(<MyDataScreen />)
  await press('Sign in')
  expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Faccount%2Fmy-data%2Findex')
})
