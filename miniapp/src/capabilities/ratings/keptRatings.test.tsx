import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, type Session } from '@/platform'
import { lapseSession } from '@/platform/session'
import { hidePage, phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { deliveries } from './api'
import { aRating } from './builders'
import { RateScreen } from './RateScreen'
import { RatingLinks } from './RatingLinks'
import { RatingsScreen } from './RatingsScreen'
import { useKeptRatings } from './useKeptRatings'

const ticketId = 'tianhe.0h3k9q2m7x5v8b1n4c6d'
const session: Session = { token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }
const refusal = (status: number, code: string, retry = 'never'): Reply => ({ status, body: { error: { code, message: `message of ${code}。`, retry, requestId: 'r-1' } } })
const given = (request: Received): Reply => ({ status: 201, body: { ...aRating(), ...(request.body as object) } })

let server: PhoneServer
/** What the server answers to a rating now. */
let answer: (request: Received) => Reply
const App = () => { useKeptRatings(); return null }
const openApp = (): (() => void) => render(<App />).unmount
const openPage = (): (() => void) => render(<RateScreen subject={{ kind: 'visit', ticketId }} />).unmount
const sent = () => server.received.filter(({ method }) => method === 'POST')
const keys = () => [...new Set(sent().map(({ headers }) => headers['idempotency-key']))]
const rate = async (): Promise<void> => {
  fireEvent.click(await screen.findByRole('radio', { name: '不满意' }))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '等了很久' } })
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }))
  expect(await screen.findByText('还没有送到，会自动提交')).toBeInTheDocument()
}

beforeEach(async () => {
  answer = () => 'drop'
  server = await servePhone((request) => (request.method === 'POST' ? answer(request) : request.path === '/api/ratings' ? { body: { ratings: [] } } : request.path.endsWith('/rating') ? refusal(404, 'RATING_NOT_FOUND') : {
    body: { ticketId, number: 'A040', state: 'finished', hallName: { zh: '天河', en: 'Tianhe' }, lineName: { zh: '综合', en: 'General' } },
  }))
  act(() => keepSession(session))
})
afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('without a network it is kept on the phone, with all that was said, and says that it waits', async () => {
  openPage()
  await rate()
  expect(screen.getByText(/有网络后，或下次打开一窗时，会自动提交，只提交一次/)).toBeInTheDocument()
  expect(screen.getByText('等了很久')).toBeInTheDocument()
  cleanup()
  openPage()
  expect(await screen.findByText('还没有送到，会自动提交')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '提交评价' })).not.toBeInTheDocument()
})

test('the app opened again sends it, once and with the same key, and the open page shows it there', async () => {
  openPage()
  await rate()
  answer = given
  openApp()
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(keys()).toHaveLength(1)
  const before = sent().length
  cleanup()
  openApp()
  act(() => { hidePage() })
  act(() => { showPage() })
  await act(() => deliveries.sendAll())
  expect(sent()).toHaveLength(before)
  expect([...phone.storage.keys()].filter((name) => name.includes('ratings'))).toEqual([])
})

test('the network coming back sends it', async () => {
  openApp()
  openPage()
  await rate()
  answer = given
  act(() => { window.dispatchEvent(new Event('offline')) })
  act(() => { window.dispatchEvent(new Event('online')) })
  // Sooner than it would be tried again anyway.
  expect(await screen.findByText('谢谢您的评价', {}, { timeout: 2000 })).toBeInTheDocument()
  expect(keys()).toHaveLength(1)
})

test('a server in trouble is asked again by itself after a while, without anybody touching the phone', async () => {
  const random = jest.spyOn(Math, 'random').mockReturnValue(0)
  answer = () => refusal(503, 'UNAVAILABLE', 'later')
  openApp()
  openPage()
  await rate()
  answer = given
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(keys()).toHaveLength(1)
  random.mockRestore()
})

test('my ratings and “Me” name what waits, and lead to it', async () => {
  openPage()
  await rate()
  cleanup()
  render(<><RatingLinks /><RatingsScreen /></>)
  expect(screen.getAllByText('1 条评价还没有送到')).toHaveLength(2)
  await waitFor(() => expect(server.received.at(-1)?.path).toBe('/api/ratings'))
  fireEvent.click(screen.getByText('等网络提交'))
  expect(phone.opened.at(-1)?.url).toBe(`/pages/rate/index?id=${ticketId}`)
  const asked = (): number => server.received.filter(({ path }) => path === '/api/ratings').length
  const before = asked()
  answer = given
  await act(() => deliveries.sendAll())
  expect(screen.queryByText('1 条评价还没有送到')).not.toBeInTheDocument()
  await waitFor(() => expect(asked()).toBe(before + 1))
})

test('a tap tries at once, with the same key', async () => {
  openPage()
  await rate()
  answer = given
  fireEvent.click(screen.getByRole('button', { name: '现在再试' }))
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(keys()).toHaveLength(1)
})

test('refused later, the page says why and what to do, and what was said stands there to be mended', async () => {
  openPage()
  await rate()
  cleanup()
  answer = () => refusal(422, 'TEXT_REFUSED')
  openApp()
  await waitFor(() => expect(deliveries.kept.all()[0]?.refused?.code).toBe('TEXT_REFUSED'))
  openPage()
  expect(await screen.findByText('message of TEXT_REFUSED。也可以只选上面的选项，不写文字。')).toBeInTheDocument()
  expect(screen.getByRole('textbox')).toHaveValue('等了很久')
  answer = given
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '等了' } })
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }))
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect([sent().at(-1)?.body, keys().length]).toEqual([{ level: 2, tags: [], text: '等了', photos: [], anonymous: true }, 2])
})

test('refused, it can be given up', async () => {
  answer = () => refusal(422, 'RATING_TOO_LATE')
  openPage()
  fireEvent.click(await screen.findByRole('radio', { name: '满意' }))
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }))
  fireEvent.click(await screen.findByRole('button', { name: '不提交了' }))
  expect(screen.queryByText('没有提交成功')).not.toBeInTheDocument()
  expect(deliveries.kept.all()).toEqual([])
})

test('signed out meanwhile: it waits for its owner, who sends it by signing in again', async () => {
  answer = () => refusal(401, 'UNAUTHENTICATED')
  openPage()
  openApp()
  await rate()
  expect(screen.getByText(/您本人重新登录后会自动提交/)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '去登录' }))
  expect(phone.opened.at(-1)?.url).toContain('/pages/sign-in/index')
  const before = sent().length
  answer = given
  act(() => keepSession({ ...session, token: 'b'.repeat(43) }))
  expect(await screen.findByText('谢谢您的评价')).toBeInTheDocument()
  expect(sent().slice(before).map(({ headers }) => headers.authorization)).toEqual([`Bearer ${'b'.repeat(43)}`])
})

test('for nobody else: who signs in next finds nothing of it, and nothing is sent in their name', async () => {
  openPage()
  await rate()
  cleanup()
  const before = sent().length
  answer = given
  act(() => { lapseSession() })
  act(() => keepSession({ ...session, token: 'c'.repeat(43), name: '李*' }))
  openApp()
  openPage()
  expect(await screen.findByRole('radio', { name: '满意' })).toBeInTheDocument()
  expect([deliveries.kept.all(), sent().length, JSON.stringify([...phone.storage]).includes('等了很久')]).toEqual([[], before, false])
})
