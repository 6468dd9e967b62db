import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { servePhone, type PhoneServer, type Reply } from '../../../../../tests/support/phone/server'
import { aDeparture, minute, TEN } from '../builders'
import { SetOutPart } from './SetOutPart'

const ticketId = 'tianhe.0h3k9q2m7x5v8b1n4c6d'
let server: PhoneServer
let allowed: jest.Mock<Promise<void>, []>
/** Where the browser says the phone is; null when the citizen refuses. */
const locate = (place: { latitude: number; longitude: number } | null): void => {
  const getCurrentPosition = (found: (position: object) => void, failed: (failure: object) => void): void => {
    if (place) found({ coords: place })
    else failed({ code: 1, PERMISSION_DENIED: 1 })
  }
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition: jest.fn(getCurrentPosition) }, configurable: true })
}
const show = async (reply: Reply) => {
  server = await servePhone(() => reply)
  allowed = jest.fn(async () => undefined)
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  render(<SetOutPart ticketId={ticketId} allow={allowed} />)
}
const ask = async (): Promise<void> => {
  fireEvent.click(screen.getByRole('link', { name: /何时动身回来/ }))
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '用我的位置算' })) })
}

beforeEach(() => locate({ latitude: 23.13, longitude: 113.36 }))
afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  Reflect.deleteProperty(navigator, 'geolocation')
  await server.close()
})

test('nothing is asked of the phone or the server before the reason is read and the button pressed', async () => {
  await show({ body: aDeparture() })
  fireEvent.click(screen.getByRole('link', { name: /何时动身回来/ }))
  expect(screen.getByText('要用一次您现在的位置，算路上要多久。位置不保存。')).toBeInTheDocument()
  expect(navigator.geolocation.getCurrentPosition).not.toHaveBeenCalled()
  expect(server.received).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '先不用' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('says when to set out by the way chosen, and that a message will come', async () => {
  await show({ body: aDeparture() })
  fireEvent.click(screen.getByRole('link', { name: /何时动身回来/ }))
  fireEvent.click(screen.getByRole('radio', { name: '步行' }))
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '用我的位置算' })) })
  expect(await screen.findByText('10:20 出发')).toBeInTheDocument()
  expect(screen.getByText('到时候会发消息提醒您。')).toBeInTheDocument()
  expect(screen.getByText('10:20 出发').closest('[aria-live]')).toHaveAttribute('aria-live', 'polite')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(allowed).toHaveBeenCalledTimes(1)
  expect(server.received.map(({ path, body }) => [path, body])).toEqual([[`/api/tickets/${ticketId}/departure`, { from: { lat: 23.13, lng: 113.36 }, by: 'foot', remind: true }]])
  expect(screen.getByRole('button', { name: '重新算' })).toBeInTheDocument()
})

test('the place is asked for only once the question about messages is answered, whatever the answer', async () => {
  await show({ body: aDeparture() })
  let answer = (): void => undefined
  allowed.mockReturnValue(new Promise((resolve) => { answer = resolve }))
  await ask()
  expect(navigator.geolocation.getCurrentPosition).not.toHaveBeenCalled()
  await act(async () => answer())
  expect(await screen.findByText('10:20 出发')).toBeInTheDocument()
})

test('now is now', async () => {
  await show({ body: aDeparture({ now: true, leaveAt: TEN - minute }) })
  await ask()
  expect(await screen.findByText('现在就出发')).toBeInTheDocument()
})

test('the time that was told becomes now by itself', async () => {
  await show({ body: aDeparture({ leaveAt: TEN + 300, asOf: TEN }) })
  await ask()
  expect(await screen.findByText('10:00 出发')).toBeInTheDocument()
  expect(await screen.findByText('现在就出发')).toBeInTheDocument()
})

test('a wait nobody can tell is said to be so', async () => {
  await show({ body: aDeparture({ leaveAt: null, reminds: false }) })
  await ask()
  expect(await screen.findByText('还说不准何时动身')).toBeInTheDocument()
  expect(screen.getByText(/算不出要等多久/)).toBeInTheDocument()
})

test('without the place there is another way, and nothing is sent', async () => {
  locate(null)
  await show({ body: aDeparture() })
  await ask()
  expect(await screen.findByText('没有取得位置')).toBeInTheDocument()
  expect(screen.getByText(/不给位置也行/)).toBeInTheDocument()
  expect(server.received).toEqual([])
})

test('a refusal says why, and the sheet stays to try again', async () => {
  await show({ status: 409, body: { error: { code: 'NOT_WAITING', message: 'message of NOT_WAITING', retry: 'never', requestId: 'r-1' } } })
  await ask()
  expect(await screen.findByRole('alert')).toHaveTextContent('message of NOT_WAITING')
  await waitFor(() => expect(screen.getByRole('button', { name: '用我的位置算' })).not.toHaveAttribute('aria-disabled', 'true'))
})
