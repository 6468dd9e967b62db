import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Appointment } from '@shared/appointments'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { AppointmentScreen } from './AppointmentScreen'
import { aDay, aHold, anAppointment, anItem, aSlot, hour, minute, TEN } from './builders'

const proof = 'tianhe.4102444800000.5b0e7d1c.Qm3xY7s1'
const refusal = (code: string): Reply => ({ status: 409, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })
const rush = { prepare: () => undefined, holdWithWork: <T,>(send: (work: undefined) => Promise<T>) => send(undefined) }

let server: PhoneServer
let unmount = (): void => undefined
let dropped: string[] = []
const moves = (): Received[] => server.received.filter(({ path }) => path.endsWith('/moves'))
const opened = (): string | undefined => phone.opened.at(-1)?.url
const open = async (first: Appointment | Reply, moved: (body: unknown, count: number) => Appointment | Reply = () => first,
  { fresh = false, present = false, allow = undefined as (() => Promise<void>) | undefined } = {}) => {
  let latest = first
  const bodyOf = (answer: Appointment | Reply): Reply => (typeof answer === 'object' && 'appointmentId' in answer ? { body: answer } : answer)
  server = await servePhone(({ path, method, body }) => {
    if (path === '/api/items') return { body: { items: [anItem()] } }
    if (path.includes('/days/')) return { body: { slots: [aSlot({ startsAt: TEN + hour, endsAt: TEN + hour + 30 * minute })], asOf: TEN - 25 * hour } }
    if (path.includes('/days')) return { body: { days: [aDay()], asOf: TEN - 25 * hour } }
    if (path.endsWith('/moves')) {
      const answer = moved(body, moves().length)
      if (typeof answer === 'object' && 'appointmentId' in answer) latest = answer
      return bodyOf(answer)
    }
    if (path === '/api/appointments' && method === 'POST') return { status: 201, body: { ...aHold(), appointmentId: 'tianhe.another' } }
    return bodyOf(latest)
  })
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  dropped = []
  const presences = { of: () => (present ? { presence: proof } : null), drop: (hallId: string) => { dropped.push(hallId) } }
  unmount = render(<AppointmentScreen appointmentId={anAppointment().appointmentId} fresh={fresh} presences={presences} rush={rush} allow={allow} />).unmount
}
const press = async (name: string | RegExp): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

describe('a place that is held', () => {
  const booked = anAppointment({ asOf: aHold().asOf + minute })

  it('says what to bring, to be ticked off, for whom, and how long it is kept; one tap confirms it', async () => {
    await open(aHold(), () => booked, { fresh: true })
    expect(await screen.findByText(/^(5:00|4:5\d)$/)).toBeInTheDocument()
    expect(screen.getByText('为您留到 09:05')).toBeInTheDocument()
    expect(screen.getByText('张*')).toBeInTheDocument()
    const paper = await screen.findByRole('checkbox', { name: '居民身份证' })
    expect(screen.getByText('共 1 样，已备好 0 样')).toBeInTheDocument()
    fireEvent.click(paper)
    expect(screen.getByText('都带齐了')).toBeInTheDocument()
    expect(screen.getByText('不用带，系统里已有')).toBeInTheDocument()
    await press('确认预约')
    expect(await screen.findByText('约好了')).toBeInTheDocument()
    expect(moves().map(({ body }) => body)).toEqual([{ move: 'confirm' }])
    unmount()
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 100) }) })
    expect(moves()).toHaveLength(1)
  })

  it('is confirmed though the question about messages is never answered', async () => {
    const allow = jest.fn(() => new Promise<void>(() => undefined))
    await open(aHold(), () => booked, { allow })
    await press('确认预约')
    expect(await screen.findByText('约好了')).toBeInTheDocument()
    expect(allow).toHaveBeenCalledTimes(1)
  })

  it('goes back when its page is left without an answer', async () => {
    await open(aHold(), () => anAppointment({ state: 'cancelled' }), { fresh: true })
    await screen.findByText('为您留到 09:05')
    unmount()
    await waitFor(() => expect(moves().map(({ body }) => body)).toEqual([{ move: 'cancel' }]))
  })

  it('is not cancelled by leaving a page that was only looked at', async () => {
    await open(aHold())
    await screen.findByText('为您留到 09:05')
    unmount()
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 100) }) })
    expect(moves()).toHaveLength(0)
  })

  it('that ran out says so and offers the nearest times, one tap away', async () => {
    await open(aHold({ asOf: TEN - 25 * hour, heldUntil: TEN - 25 * hour - 1 }))
    expect(await screen.findByText('保留时间已过')).toBeInTheDocument()
    await press(/11:00–11:30/)
    await waitFor(() => expect(opened()).toBe('/pages/appointment/index?id=tianhe.another&fresh=1'))
  })

  it('is confirmed under the same key until the server has answered', async () => {
    await open(aHold(), (_, count) => (count < 3 ? 'drop' : booked))
    await press('确认预约')
    expect(await screen.findByText(/没有收到结果/)).toBeInTheDocument()
    await press('确认预约')
    expect(await screen.findByText('约好了')).toBeInTheDocument()
    expect(new Set(moves().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })
})

describe('a booked appointment', () => {
  it('leads with when; then where, its code, and the rule for who is late', async () => {
    await open(anAppointment())
    expect(await screen.findByText('10:00–10:30')).toBeInTheDocument()
    for (const text of ['7X5V8B', '还有 1 天', '天河区软件路13号', '10:15 以后到算迟到，按普通号排队。']) expect(screen.getByText(text)).toBeInTheDocument()
  })

  it('is moved on the page of times, and cancelled only when asked twice', async () => {
    await open(anAppointment(), () => anAppointment({ state: 'cancelled' }))
    await press('改时间')
    expect(opened()).toBe('/pages/book-slot/index?hall=tianhe&line=A&items=residence-permit&move=tianhe.0h3k9q2m7x5v8b1n4c6d')
    await press('取消预约')
    expect(moves()).toHaveLength(0)
    const buttons = screen.getAllByRole('button', { name: '取消预约' })
    await act(async () => { fireEvent.click(buttons.at(-1) as HTMLElement) })
    expect(await screen.findByText('已取消')).toBeInTheDocument()
  })

  it('that cannot be cancelled any more says why', async () => {
    await open(anAppointment(), () => refusal('CANCEL_TOO_LATE'))
    await press('取消预约')
    await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '取消预约' }).at(-1) as HTMLElement) })
    expect(await screen.findByText('message of CANCEL_TOO_LATE')).toBeInTheDocument()
  })

  it('is checked in with a fresh scan by one tap, and leads to its number', async () => {
    const ticketId = 'tianhe.1h3k9q2m7x5v8b1n4c6d'
    await open(anAppointment({ asOf: TEN - 5 * minute }), () => anAppointment({ state: 'arrived', ticketId, asOf: TEN - 4 * minute }), { present: true })
    await press('签到')
    await waitFor(() => expect(opened()).toBe(`/pages/ticket/index?id=${ticketId}`))
    expect(moves()[0]?.body).toEqual({ move: 'checkIn', presence: proof })
    expect(dropped).toEqual(['tianhe'])
  })

  it('late: the ordinary number is explained before it is shown', async () => {
    const arrived = anAppointment({ state: 'arrived', late: true, ticketId: 'tianhe.1h3k9q2m7x5v8b1n4c6d', asOf: TEN + 20 * minute })
    await open(anAppointment({ asOf: TEN + 20 * minute }), () => arrived, { present: true })
    expect(await screen.findByText('今天仍可签到，但按普通号排队。')).toBeInTheDocument()
    await press('签到')
    expect(await screen.findByText('您迟到了，取的是普通号。')).toBeInTheDocument()
    await press('看我的号')
    expect(opened()).toBe('/pages/ticket/index?id=tianhe.1h3k9q2m7x5v8b1n4c6d')
  })

  it('without a scan opens the scanner, and a proof that is spent is thrown away', async () => {
    await open(anAppointment({ asOf: TEN }))
    phone.scan = 'rtianhe.zx81k2.Ab3dEf6hIj9l'
    await press('扫码签到')
    expect(opened()).toBe('/pages/scan/index?c=rtianhe.zx81k2.Ab3dEf6hIj9l&hall=tianhe')
    cleanup()
    await server.close()
    phone.storage.clear()
    await open(anAppointment({ asOf: TEN }), () => refusal('PRESENCE_EXPIRED'), { present: true })
    await press('签到')
    expect(await screen.findByText('message of PRESENCE_EXPIRED')).toBeInTheDocument()
    expect(dropped).toEqual(['tianhe'])
  })
})

describe('what cannot be shown', () => {
  it('somebody else’s, or an old one: says so and leads to my appointments', async () => {
    await open({ status: 404, body: { error: { code: 'APPOINTMENT_NOT_FOUND', message: 'none', retry: 'never', requestId: 'r-1' } } })
    expect(await screen.findByText('没有找到这个预约')).toBeInTheDocument()
    await press('看全部预约')
    expect(opened()).toBe('/pages/appointments/index')
  })

  it('nothing comes: says that the appointment stands, and how to go on', async () => {
    await open({ status: 503, body: { error: { code: 'UNAVAILABLE', message: 'busy', retry: 'later', requestId: 'r-1' } } })
    expect(await screen.findByText('这不影响您的预约。请再试一次。')).toBeInTheDocument()
  })
})

test('what nobody confirms any more is said to be old, and nothing counts down', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: TEN - 26 * hour })
  try {
    await open(anAppointment())
    await waitFor(() => expect(screen.getByText('还有 1 天')).toBeInTheDocument())
    await server.close()
    await act(async () => { await jest.advanceTimersByTimeAsync(120_000) })
    expect(screen.queryByText('还有 1 天')).not.toBeInTheDocument()
    expect(screen.getByText(/08:00/, { selector: '.yc-offline' })).toBeInTheDocument()
  } finally { jest.useRealTimers() }
})
