import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { SlotView } from '@shared/appointments'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { aDay, aHold, anAppointment, aSlot, aWaiting, DAY, hour, minute, TEN } from './builders'
import { SlotScreen } from './SlotScreen'

const visit = { hallId: 'tianhe', lineId: 'A', itemIds: ['residence-permit'] }
const asOf = TEN - 25 * hour
const slot = (startsAt: number, state: SlotView['state'] = 'open') => aSlot({ startsAt, endsAt: startsAt + 30 * minute, state, free: state === 'open' ? 3 : 0 })
const morning = [slot(TEN), slot(TEN + 30 * minute)]
const refusal = (code: string, details?: object): Reply => ({ status: 409, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1', details } } })

let server: PhoneServer
let prepared = 0
const rush = { prepare: () => { prepared += 1 }, holdWithWork: <T,>(send: (work: undefined) => Promise<T>) => send(undefined) }
const writes = (): Received[] => server.received.filter(({ method }) => method === 'POST')
const opened = (): string | undefined => phone.opened.at(-1)?.url

interface Scene {
  readonly days?: readonly ReturnType<typeof aDay>[]; readonly slots?: readonly SlotView[]; readonly write?: (count: number) => Reply
  readonly moving?: string; readonly signedIn?: boolean; readonly allow?: (day: string) => Promise<void>
}
const open = async ({ days = [aDay()], slots = morning, write = () => ({ status: 201, body: aHold() }), moving = '', signedIn = true, allow }: Scene = {}) => {
  prepared = 0
  server = await servePhone(({ path, method }) => {
    if (method === 'POST') return write(writes().length)
    if (path.includes('/days/')) return { body: { slots, asOf } }
    if (path.includes('/days')) return { body: { days, asOf } }
    return { body: { name: { zh: '天河区政务服务中心', en: 'Tianhe' }, lines: [{ lineId: 'A', name: { zh: '综合业务', en: 'General' } }] } }
  })
  if (signedIn) keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  render(<SlotScreen visit={visit} day='' moving={moving} rush={rush} allow={allow} />)
}
const press = async (name: string | RegExp): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }
const toSlots = (): Promise<void> => press(/1月5日/)

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

test('the day says how full it is; a tap on a time holds it and leads to confirming', async () => {
  await open()
  expect(await screen.findByText('充足 · 余 31 个')).toBeInTheDocument()
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  await waitFor(() => expect(opened()).toBe('/pages/appointment/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d&fresh=1'))
  expect(writes()[0]?.body).toEqual({ ...visit, startsAt: TEN, personId: 'self' })
})

test('a place lost between the tap and the answer is explained, and the nearest free times are one tap away', async () => {
  await open({ write: (count) => (count === 1 ? refusal('SLOT_FULL') : { status: 201, body: aHold({ appointmentId: 'tianhe.nearest' }) }) })
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  const sheet = await screen.findByRole('dialog', { name: '刚刚被约走了' })
  expect(sheet).toHaveTextContent('message of SLOT_FULL')
  const other = await within(sheet).findByRole('button', { name: /10:30–11:00/ })
  await act(async () => { fireEvent.click(other) })
  await waitFor(() => expect(opened()).toBe('/pages/appointment/index?id=tianhe.nearest&fresh=1'))
  expect(writes()[1]?.body).toMatchObject({ startsAt: TEN + 30 * minute })
  expect(writes()[1]?.headers['idempotency-key']).not.toBe(writes()[0]?.headers['idempotency-key'])
})

test.each([['ONE_A_DAY', '看我的预约', '/pages/appointments/index'], ['NOT_BOOKABLE', '看别的大厅', '/pages/book/index?items=residence-permit']])('%s: %s', async (code, way, page) => {
  await open({ write: () => refusal(code) })
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  expect(await screen.findByText(`message of ${code}`)).toBeInTheDocument()
  await press(way)
  expect(opened()).toBe(page)
})

test('who is restricted hears until when', async () => {
  await open({ write: () => refusal('RESTRICTED', { at: TEN + 48 * hour }) })
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  expect(await screen.findByText('1月7日 周三 起恢复网上预约。')).toBeInTheDocument()
})

test('without an answer the same tap again is the same booking', async () => {
  await open({ write: (count) => (count < 3 ? 'drop' : { status: 201, body: aHold({ appointmentId: 'tianhe.same' }) }) })
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  await press('再试一次')
  await waitFor(() => expect(opened()).toBe('/pages/appointment/index?id=tianhe.same&fresh=1'))
  expect(new Set(writes().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('who is not signed in goes on with the same tap afterwards', async () => {
  await open({ signedIn: false })
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  expect(opened()).toContain('/pages/sign-in/index?next=')
  expect(writes()).toHaveLength(0)
  act(() => { keepSession({ token: 'b'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }) })
  await waitFor(() => expect(writes()).toHaveLength(1))
})

test('a full day is waited for: the whole of it, its morning or its afternoon, by a rule that is told', async () => {
  const full = [slot(TEN, 'full'), slot(TEN + 4 * hour, 'full')]
  let answer = (): void => undefined
  const allow = jest.fn((_: string) => new Promise<void>((resolve) => { answer = resolve }))
  await open({ days: [aDay({ state: 'full', free: 0 })], slots: full, write: () => ({ status: 201, body: aWaiting() }), allow })
  await toSlots()
  expect(await screen.findByText(/^先到先得/)).toBeInTheDocument()
  await press('加入候补')
  const sheet = screen.getByRole('dialog', { name: '什么时候可以来' })
  fireEvent.click(within(sheet).getByRole('radio', { name: '只要上午' }))
  await act(async () => { fireEvent.click(within(sheet).getByRole('button', { name: '加入候补' })) })
  // Whether messages may come is asked in the tap; one has joined meanwhile, but no page opens under the question.
  expect(allow.mock.calls).toEqual([[DAY]])
  await waitFor(() => expect(writes()).toHaveLength(1))
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 50) }) })
  expect(opened()).toBeUndefined()
  await act(async () => answer())
  await waitFor(() => expect(opened()).toBe('/pages/waiting/index'))
  expect(writes()[0]).toMatchObject({ path: '/api/waiting', body: { ...visit, day: DAY, until: TEN + 2 * hour, personId: 'self' } })
})

test('moving asks before it acts, and goes back to the appointment', async () => {
  await open({ moving: 'tianhe.moved', write: () => ({ body: anAppointment() }) })
  await toSlots()
  await press(/^10:00–10:30 ?余 3/)
  expect(writes()).toHaveLength(0)
  await press('改到这个时间')
  await waitFor(() => expect(writes()[0]).toMatchObject({ path: '/api/appointments/tianhe.moved/moves', body: { move: 'reschedule', startsAt: TEN } }))
})

test('the next release counts down by the server’s clock, which is shown, and the phone gets ready', async () => {
  await open({ days: [aDay({ state: 'not-released', free: 0, releasesAt: asOf + 30_000 })] })
  expect(await screen.findByText(/^0:(30|2\d) 后放号$/)).toBeInTheDocument()
  expect(screen.getByText(/放号以系统时间为准，现在 09:00:0\d/)).toBeInTheDocument()
  expect(prepared).toBeGreaterThan(0)
})

test('where asking again is of no use, another hall is offered', async () => {
  await open()
  cleanup()
  await server.close()
  server = await servePhone(() => refusal('NOT_BOOKABLE'))
  render(<SlotScreen visit={visit} day='' moving='' rush={rush} />)
  await screen.findByText('message of NOT_BOOKABLE')
  expect(screen.queryByRole('button', { name: '再试一次' })).not.toBeInTheDocument()
  await press('看别的大厅')
  expect(opened()).toBe('/pages/book/index')
})
