import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { presences } from './api'
import { ScanScreen } from './ScanScreen'

const SCREEN = 'rtianhe.zx81k2.Ab3dEf6hIj9l'
const POSTER = 'ptianhe.Ab3dEf6hIj9l'
const proof = 'tianhe.4102444800000.5b0e7d1c.Qm3xY7s1'
const taken: Reply = { body: { hallId: 'tianhe', mode: 'take', presence: proof, expiresAt: Date.UTC(2100, 0, 1) } }
const refusal = (code: string): Reply => ({ status: 422, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })

let server: PhoneServer
let unmount = (): void => undefined
const open = async (query: Parameters<typeof ScanScreen>[0]['query'], reply: (request: Received, count: number) => Reply, hallId = '', appointmentFor?: (hallId: string) => Promise<string | null>) => {
  server = await servePhone(reply)
  unmount = render(<ScanScreen query={query} hallId={hallId} appointmentFor={appointmentFor} />).unmount
}
const place = (how: (good: PositionCallback, bad: PositionErrorCallback) => void): void => {
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: how } })
}
const opened = (): string | undefined => phone.opened.at(-1)?.url
const press = async (name: string): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }

afterEach(async () => {
  unmount()
  act(() => setLanguage('zh'))
  await server.close()
})

test('a code from the hall screen leads straight to taking a number, with its proof kept', async () => {
  await open({ q: encodeURIComponent(`https://yichuang.example/s/${SCREEN}`) }, () => taken, 'tianhe')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
  expect(phone.opened.at(-1)?.how).toBe('redirectTo')
  expect(server.received[0]?.body).toEqual({ code: SCREEN, expectHallId: 'tianhe' })
  expect(presences.of('tianhe')?.presence).toBe(proof)
})

test('who has an appointment there is led to it, with the proof kept, and takes no second number', async () => {
  const asked: string[] = []
  await open({ c: SCREEN }, () => taken, '', async (hallId) => { asked.push(hallId); return 'tianhe.booked' })
  await waitFor(() => expect(opened()).toBe('/pages/appointment/index?id=tianhe.booked'))
  expect([asked, presences.of('tianhe')?.presence]).toEqual([['tianhe'], proof])
})

test('who has none there takes a number as before', async () => {
  await open({ c: SCREEN }, () => taken, '', async () => null)
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
})

test('a code that only lets one look leads to the hall', async () => {
  await open({ c: POSTER }, () => ({ body: { hallId: 'tianhe', mode: 'look', presence: null, expiresAt: null } }))
  await waitFor(() => expect(opened()).toBe('/pages/hall/index?hall=tianhe'))
})

test.each([
  ['by a link', { q: encodeURIComponent('https://yichuang.example/s/w.tianhe.5') }], ['by its scene', { scene: 'w.tianhe.5' }], ['in a browser', { c: 'w.tianhe.5' }],
])('the code at a window leads to rating there, %s, without a question to the server', async (_, query) => {
  await open(query, () => taken)
  await waitFor(() => expect(phone.opened.at(-1)).toEqual({ how: 'redirectTo', url: '/pages/rate/index?hall=tianhe&window=5' }))
  expect(server.received).toEqual([])
})

test('the code at a window, scanned within the app, leads there too', async () => {
  await open({}, () => taken)
  phone.scan = 'https://yichuang.example/s/w.tianhe.12A'
  await press('打开相机扫码')
  await waitFor(() => expect(opened()).toBe('/pages/rate/index?hall=tianhe&window=12A'))
})

test('a poster asks for the place, says why first, and sends it', async () => {
  place((good) => good({ coords: { latitude: 23.12, longitude: 113.36 } } as GeolocationPosition))
  await open({ c: POSTER }, ({ body }) => typeof body === 'object' && body !== null && 'place' in body ? taken : refusal('PLACE_NEEDED'))
  expect(await screen.findByText(/只用这一次，不保存/)).toBeInTheDocument()
  await press('使用我的位置')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
  expect(server.received[1]?.body).toEqual({ code: POSTER, place: { lat: 23.12, lng: 113.36 } })
})

test('an answer that was lost is asked for again with the place, which nobody gives twice', async () => {
  place((good) => good({ coords: { latitude: 23.12, longitude: 113.36 } } as GeolocationPosition))
  await open({ c: POSTER }, (_, count) => (count === 1 ? refusal('PLACE_NEEDED') : count === 2 ? 'drop' : taken))
  await press('使用我的位置')
  await press('再试一次')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
  expect(server.received.at(-1)?.body).toEqual({ code: POSTER, place: { lat: 23.12, lng: 113.36 } })
})

test('whoever keeps the place to themselves is shown the other way', async () => {
  place((_, bad) => bad({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError))
  await open({ c: POSTER }, (_, count) => count === 1 ? refusal('PLACE_NEEDED') : taken)
  await press('使用我的位置')
  expect(await screen.findByText(/不给位置也可以/)).toBeInTheDocument()
  phone.scan = SCREEN
  await press('扫大厅屏幕上的码')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
})

test('an old code is refused with its reason; scanning again goes on from there', async () => {
  await open({ c: SCREEN }, (_, count) => count === 1 ? refusal('CODE_EXPIRED') : taken)
  expect(await screen.findByText('二维码已经变了')).toBeInTheDocument()
  expect(screen.getByText('message of CODE_EXPIRED')).toBeInTheDocument()
  phone.scan = null
  await press('再扫一次')
  expect(screen.getByText('二维码已经变了')).toBeInTheDocument()
  phone.scan = `https://yichuang.example/s/${SCREEN}`
  await press('再扫一次')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
})

test('forged and foreign codes lead on: scan again, or look at the hall', async () => {
  await open({ c: SCREEN }, () => refusal('CODE_OTHER_HALL'))
  expect(await screen.findByText('这是另一个大厅的码')).toBeInTheDocument()
  await press('看这个大厅')
  expect(opened()).toBe('/pages/hall/index?hall=tianhe')
  unmount()
  await server.close()
  await open({ c: 'https://elsewhere.example/menu' }, () => taken)
  expect(screen.getByText('这个码用不了')).toBeInTheDocument()
  await press('看所有大厅')
  expect(opened()).toBe('/pages/halls/index')
  expect(server.received).toHaveLength(0)
})

test('without a network the code is kept and can be tried again', async () => {
  await open({ c: SCREEN }, (_, count) => count === 1 ? 'drop' : taken)
  expect(await screen.findByText('没有连上网络')).toBeInTheDocument()
  await press('再试一次')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
})

test('opened without a code it offers the camera', async () => {
  await open({}, () => taken)
  phone.scan = SCREEN
  await press('打开相机扫码')
  await waitFor(() => expect(opened()).toBe('/pages/take/index?hall=tianhe'))
})
