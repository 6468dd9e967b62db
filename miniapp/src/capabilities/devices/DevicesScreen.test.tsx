import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Device } from '@shared/identity'
import { setLanguage } from '@/i18n'
import { currentSession, dropSession, keepSession } from '@/platform'
import { phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { deviceOf } from './builders'
import { DevicesScreen } from './DevicesScreen'

const here = deviceOf({ current: true })
const tablet = deviceOf({ deviceId: `d${'1'.repeat(20)}`, channel: 'web', device: 'iPad · Safari', seenAt: Date.UTC(2026, 0, 6) })
const older = deviceOf({ deviceId: `d${'2'.repeat(20)}`, channel: 'alipay', device: '', seenAt: Date.UTC(2026, 0, 2) })
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })

let server: PhoneServer
let devices: readonly Device[]
const list = (): Reply => ({ body: { devices } })
const serve = async (reply: (request: Received) => Reply = list, signedIn = true): Promise<void> => {
  server = await servePhone(reply)
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
}
/** Signs out, as the server would. */
const ending = async (): Promise<void> => serve(({ method, path }) => {
  if (method !== 'DELETE') return list()
  const before = devices.length
  devices = devices.filter(({ deviceId, current }) => (path === '/api/devices' ? current : !path.endsWith(deviceId)))
  return { body: { ended: path === '/api/devices' ? before - devices.length : true } }
})
beforeEach(() => { devices = [older, tablet, here] })
afterEach(async () => { act(() => { dropSession(); setLanguage('zh') }); await server.close() })
const press = (name: string | RegExp): void => { fireEvent.click(screen.getByRole('button', { name })) }
const confirm = (name = '退出'): void => { fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name })) }
const deletions = (): string[] => server.received.filter(({ method }) => method === 'DELETE').map(({ path }) => path)

test('this one stands first and is marked; each says by what, since when, and when it was used last', async () => {
  await serve()
  const { container } = render(<DevicesScreen />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
  await screen.findByText('iPad · Safari')
  expect([...container.querySelectorAll('.yc-row-title')].map((one) => one.textContent)).toEqual(['iPhone 15 · iOS 19.1', 'iPad · Safari', '未知设备'])
  const [first] = container.querySelectorAll('.yc-row')
  expect(first).toHaveTextContent('本机')
  expect(first).toHaveTextContent('微信 · 2026年1月1日 09:00 登录')
  expect(first).toHaveTextContent('最近使用 2026年1月5日 09:40')
  expect(screen.getAllByRole('button', { name: /^让 .* 退出登录$/ })).toHaveLength(2)
})

test('one is signed out after a question, and is gone from the list', async () => {
  await ending()
  render(<DevicesScreen />)
  await screen.findByText('iPad · Safari')
  press('让 iPad · Safari 退出登录')
  expect(screen.getByRole('dialog')).toHaveTextContent('iPad · Safari，最近使用 2026年1月6日 08:00')
  confirm('不退出')
  expect(deletions()).toEqual([])
  press('让 iPad · Safari 退出登录')
  confirm()
  expect(await screen.findByText('已退出')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByText('iPad · Safari')).not.toBeInTheDocument())
  expect(deletions()).toEqual([`/api/devices/${tablet.deviceId}`])
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('all others are signed out after a question that says how many; this one stays', async () => {
  await ending()
  render(<DevicesScreen />)
  await screen.findByText('iPad · Safari')
  press('退出其他所有设备')
  expect(screen.getByRole('dialog')).toHaveTextContent('另外 2 台设备会退出登录')
  confirm()
  expect(await screen.findByText('已退出 2 台设备')).toBeInTheDocument()
  expect(await screen.findByText('只有本机登录着。')).toBeInTheDocument()
  expect(deletions()).toEqual(['/api/devices'])
  expect(currentSession()).not.toBeNull()
  expect(screen.queryByRole('button', { name: '退出其他所有设备' })).not.toBeInTheDocument()
})

test.each<[string, Reply, string]>([
  ['that did not arrive', 'drop', '网络不好，请再试一次。'], ['that is refused', refusal(503, 'UNAVAILABLE'), 'message of UNAVAILABLE'],
])('a sign-out %s says so, and the device is still listed', async (_, reply, said) => {
  await serve(({ method }) => (method === 'DELETE' ? reply : list()))
  render(<DevicesScreen />)
  await screen.findByText('iPad · Safari')
  press('让 iPad · Safari 退出登录')
  confirm()
  expect(await screen.findByText(said)).toBeInTheDocument()
  expect(screen.getByText('iPad · Safari')).toBeInTheDocument()
})

test('a name somebody made up is shown as text', async () => {
  devices = [here, { ...tablet, device: '<img src=x onerror=alert(1)>' }]
  await serve()
  const { container } = render(<DevicesScreen />)
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeInTheDocument()
  expect(container.querySelector('img')).toBeNull()
})

test('an error can be tried again; without a session it leads to signing in', async () => {
  let broken = true
  await serve(() => (broken ? refusal(503, 'UNAVAILABLE') : list()))
  const { unmount } = render(<DevicesScreen />)
  expect(await screen.findByText('message of UNAVAILABLE')).toBeInTheDocument()
  broken = false
  press('再试一次')
  expect(await screen.findByText('iPad · Safari')).toBeInTheDocument()
  broken = true
  act(() => showPage())
  act(() => setLanguage('en'))
  expect(await screen.findByText(/We cannot get news right now/)).toBeInTheDocument()
  expect(screen.getByText('This one')).toBeInTheDocument()
  unmount()
  act(() => { dropSession(); setLanguage('zh') })
  render(<DevicesScreen />)
  press('去登录')
  expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Faccount%2Fdevices%2Findex')
})

test('a phone that was signed out from elsewhere is told to sign in', async () => {
  await serve(() => refusal(401, 'UNAUTHENTICATED'))
  render(<DevicesScreen />)
  expect(await screen.findByText('这里的登录已结束')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '去登录' })).toBeInTheDocument()
  expect(currentSession()).toBeNull()
})
