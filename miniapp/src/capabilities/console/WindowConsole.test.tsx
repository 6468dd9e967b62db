import { act, fireEvent, render, screen } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { aHall, aView, someItems } from './builders'
import { HallRoom } from './HallRoom'

let server: PhoneServer
afterEach(async () => { await server.close(); act(() => setLanguage('zh')) })

const staff = { token: 't'.repeat(43), account: 'clerk1', role: 'clerk', name: { zh: '演示', en: 'Demo' }, halls: ['tianhe'], expiresAt: Date.UTC(2100, 0, 1) } as const
const show = async (): Promise<void> => {
  const hall = aHall({ windows: [{ windowId: '5', name: { zh: '5号窗口（兼“办不成事”反映）', en: 'Window 5 (also complaints)' }, lineIds: ['B'] }] })
  server = await servePhone(({ path }) => ({ body: path.endsWith('/console') ? aView() : path.endsWith('/items') ? { items: someItems } : hall }))
  const nothing = (): void => undefined
  render(<HallRoom staff={staff} hallId='tianhe' windowId='5' desk='work' onDesk={nothing} onChooseWindow={nothing} onSignOut={nothing} onSessionOver={nothing} />)
  await screen.findByText('A028')
}
const writes = (): number => server.received.filter(({ method }) => method !== 'GET').length

test('the title is the window’s sign', async () => {
  await show()
  expect(screen.getByText('5号窗口')).toBeInTheDocument()
})

test('a key that is not allowed now says why, and nothing is sent', async () => {
  await show()
  fireEvent.keyDown(document.body, { key: 'n', code: 'KeyN' })
  expect(screen.getByText('请先办完当前的号')).toBeInTheDocument()
  expect(writes()).toBe(0)
})

test('so does a press on a button that does not work', async () => {
  await show()
  fireEvent.click(screen.getByRole('button', { name: /过号/ }))
  expect(screen.getByText('叫满三次后才能记为过号')).toBeInTheDocument()
  expect(writes()).toBe(0)
})
