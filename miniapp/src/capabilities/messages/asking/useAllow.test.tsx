import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { MessagePermit } from '@shared/messages'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../../tests/support/phone/server'
import { aPermit } from '../builders'
import { asking } from './api'
import { useAllow } from './useAllow'

let server: PhoneServer
let sessions = 0
/** The act of the next tap. */
let named = ''
let went: string[]
const Page = () => {
  const allow = useAllow()
  return <button onClick={() => { const act = named; void allow('take', act).then(() => { went.push(act) }) }}>take</button>
}
const show = async (permits: readonly MessagePermit[], target = 'weapp') => {
  Object.assign(globalThis, { TARGET: target })
  server = await servePhone(() => ({ body: { permits } }))
  // What one session was asked is none of the next one's.
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) + (sessions += 1) }))
  const { unmount } = render(<Page />)
  if (target !== 'h5') await waitFor(() => expect(asking.due()).toBe(false))
  return unmount
}
/** What was answered has arrived, so that nothing of it is under way when the server goes. */
const told = () => waitFor(() => expect(phone.storage.get('yichuang.messages/untold')).toMatchObject({ value: [] }))
const tap = async (name = ''): Promise<void> => { named = name; await act(async () => { fireEvent.click(screen.getByRole('button')) }) }

beforeEach(() => { went = [] })
afterEach(async () => {
  cleanup()
  Object.assign(globalThis, { TARGET: 'h5' })
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('a tap asks once for its act, in the tap, though what was allowed is used up meanwhile; another act may ask again', async () => {
  phone.permissions = { called: 'accept', near: 'accept' }
  // The server says that nothing is left, whatever was answered.
  await show([aPermit(), aPermit({ templateId: 'near', kinds: ['near'] })])
  named = 'a'
  fireEvent.click(screen.getByRole('button'))
  expect(phone.askedFor).toEqual([['called', 'near']])
  await tap('a')
  await waitFor(() => expect(went).toEqual(['a', 'a']))
  await told()
  await tap('a')
  expect(phone.askedFor).toHaveLength(1)
  await tap('b')
  expect(phone.askedFor).toHaveLength(2)
  await waitFor(() => expect(went).toEqual(['a', 'a', 'a', 'b']))
  await told()
})

test('a no leaves the next act in peace too, and blocks neither', async () => {
  phone.permissions = { called: 'reject' }
  await show([aPermit()])
  await tap('a')
  await told()
  await tap('b')
  expect(phone.askedFor).toHaveLength(1)
  expect(went).toEqual(['a', 'b'])
})

test('what the phone remembers of a no goes when they sign out', async () => {
  phone.permissions = { called: 'reject' }
  const unmount = await show([aPermit()])
  await tap()
  expect([...phone.storage.keys()]).toContain('yichuang.messages/refused')
  await told()
  unmount()
  act(() => dropSession())
  expect([...phone.storage.keys()].filter((name) => name.includes('messages'))).toEqual([])
})

test('nothing is asked while something is left', async () => {
  await show([aPermit({ left: 1 })])
  await tap()
  expect([phone.askedFor, went]).toEqual([[], ['']])
})

test('the web asks neither the server nor anybody', async () => {
  await show([aPermit()], 'h5')
  await tap()
  expect([phone.askedFor, server.received, went]).toEqual([[], [], ['']])
})
