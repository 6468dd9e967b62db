import { act, render, waitFor } from '@testing-library/react'
import type { Ticket } from '@shared/queue'
import { call, dropSession, keepSession, useRemote } from '@/platform'
import { hidePage, phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { alarm, lastTickets } from './api'
import { aCall, aTicket, heardAt } from './builders'
import { useCallWatch } from './useCallWatch'

const vibrate = jest.fn(() => true)
const soon = { nextPollSeconds: 1 }
const other = { ticketId: 'panyu.1k3k9q2m7x5v8b1n4c6d', calledAt: 5, ...soon }
let server: PhoneServer
let unmount = (): void => undefined
let tickets: readonly Ticket[]

const Page = () => { useCallWatch(); return null }
/** Home, which asks for the tickets by itself. */
const Home = () => {
  useCallWatch()
  useRemote('tickets', () => call('listTickets', {}), { everySeconds: 1 })
  return null
}
const open = async (page: 'page' | 'home', first: readonly Ticket[], known: readonly Ticket[] = first): Promise<void> => {
  tickets = first
  server = await servePhone(() => ({ body: { tickets, missing: [] } }))
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  known.forEach((ticket) => lastTickets.write(heardAt(ticket)))
  unmount = render(page === 'home' ? <Home /> : <Page />).unmount
}
const opened = (): string[] => phone.opened.map(({ url }) => url)
const pageOf = ({ ticketId }: Ticket): string => `/pages/ticket/index?id=${ticketId}`
const pass = (ms: number) => act(() => new Promise((resolve) => { setTimeout(resolve, ms) }))

beforeEach(() => { vibrate.mockClear(); Object.assign(navigator, { vibrate }) })
afterEach(async () => {
  alarm.hush()
  unmount()
  act(() => dropSession())
  await server.close()
})

test('a call while another page is open is felt and opens the number, once', async () => {
  await open('page', [aTicket(soon)])
  await waitFor(() => expect(server.received).toHaveLength(1))
  expect(phone.opened).toEqual([])
  tickets = [aCall({ calledAt: 5, ...soon })]
  await waitFor(() => expect(opened()).toEqual([pageOf(aTicket())]), { timeout: 3000 })
  expect(vibrate).toHaveBeenCalledTimes(1)
  alarm.hush()
  act(() => hidePage())
  act(() => showPage())
  const asked = server.received.length
  await waitFor(() => expect(server.received.length).toBeGreaterThan(asked), { timeout: 3000 })
  await pass(100)
  expect(opened()).toHaveLength(1)
})

test('of two calls at once the second waits until this page is seen again', async () => {
  const first = aCall({ ticketId: 'haizhu.2k3k9q2m7x5v8b1n4c6d', calledAt: 5, ...soon })
  await open('page', [first, aCall(other)], [aTicket(soon)])
  await waitFor(() => expect(opened()).toEqual([pageOf(first)]))
  await pass(1500)
  expect(opened()).toHaveLength(1)
  act(() => hidePage())
  act(() => showPage())
  await waitFor(() => expect(opened()).toEqual([pageOf(first), pageOf(aCall(other))]))
})

test('home, which asks anyway, is not doubled', async () => {
  const called = aCall({ ticketId: 'liwan.3k3k9q2m7x5v8b1n4c6d', calledAt: 5, ...soon })
  await open('home', [aTicket(soon)])
  await pass(3500)
  const asked = server.received.length
  expect(asked).toBeGreaterThanOrEqual(3)
  expect(asked).toBeLessThanOrEqual(4)
  tickets = [called]
  await waitFor(() => expect(opened()).toEqual([pageOf(called)]), { timeout: 3000 })
})

test('without a number, or without a sign-in, nothing is asked', async () => {
  await open('page', [], [])
  await pass(300)
  act(() => dropSession())
  await pass(300)
  expect(server.received).toHaveLength(0)
})
