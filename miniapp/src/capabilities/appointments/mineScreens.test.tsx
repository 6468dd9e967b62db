import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Appointment } from '@shared/appointments'
import type { LocalText } from '@shared/endpoint'
import type { Waiting } from '@shared/waitingList'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { aHold, anAppointment, aWaiting, hour, minute, TEN } from './builders'
import { MyAppointmentsScreen } from './MyAppointmentsScreen'
import { NextAppointment } from './NextAppointment'
import { appointmentForScan } from './scanLeadsTo'
import { WaitingScreen } from './WaitingScreen'

const offer = aHold({ offered: true, asOf: TEN - 25 * hour, heldUntil: TEN - 25 * hour + 10 * minute })

let server: PhoneServer
interface Known { readonly appointments?: readonly Appointment[]; readonly waiting?: readonly Waiting[]; readonly missing?: readonly LocalText[]; readonly noShows?: number; readonly restrictedUntil?: number | null; readonly write?: Reply }
const serve = async ({ appointments = [], waiting = [], missing = [], noShows = 0, restrictedUntil = null, write = { body: anAppointment() } }: Known, signedIn = true) => {
  server = await servePhone(({ method, path }) => {
    if (method !== 'GET') return write
    if (path === '/api/waiting') return { body: { waiting, missing } }
    return { body: path === '/api/appointments' ? { appointments, noShows, noShowsAllowed: 3, restrictedUntil, missing } : offer }
  })
  if (signedIn) keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
}
const writes = (): Received[] => server.received.filter(({ method }) => method !== 'GET')
const opened = (): string | undefined => phone.opened.at(-1)?.url
const press = async (name: string | RegExp): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }

afterEach(async () => {
  cleanup()
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

describe('my appointments', () => {
  it('are those to come, then the past ones; and how often one was missed', async () => {
    await serve({ appointments: [anAppointment(), anAppointment({ appointmentId: 'tianhe.past', state: 'missed', startsAt: TEN - 72 * hour, endsAt: TEN - 71 * hour })], noShows: 1 })
    render(<MyAppointmentsScreen />)
    fireEvent.click(await screen.findByRole('link', { name: /^明天 · 1月5日 周一 ?已预约 ?10:00–10:30/ }))
    expect(opened()).toBe('/pages/appointment/index?id=tianhe.0h3k9q2m7x5v8b1n4c6d')
    expect(screen.getByRole('link', { name: /^1月2日 周五 ?爽约 ?10:00–11:00/ })).toBeInTheDocument()
    expect(screen.getByText('爽约 1/3')).toBeInTheDocument()
  })

  it('say until when one cannot book, and do not lead there', async () => {
    await serve({ noShows: 3, restrictedUntil: TEN + 30 * 24 * hour })
    render(<MyAppointmentsScreen />)
    expect(await screen.findByText('暂停网上预约，2月4日 周三 恢复')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '预约' })).not.toBeInTheDocument()
  })

  it('need somebody signed in, and tell what failed', async () => {
    await serve({}, false)
    render(<MyAppointmentsScreen />)
    await press('去登录')
    expect(opened()).toBe('/pages/sign-in/index?next=%2Fpages%2Fappointments%2Findex')
    expect(server.received).toHaveLength(0)
  })
})

describe('the waiting list', () => {
  it('says how many asked earlier, for which part of the day, and the rule', async () => {
    await serve({ waiting: [aWaiting({ until: TEN + 2 * hour })] })
    render(<WaitingScreen />)
    expect(await screen.findByText('前面还有 4 人')).toBeInTheDocument()
    expect(screen.getByText('00:00–12:00 之间')).toBeInTheDocument()
    expect(screen.getByText(/^先到先得/)).toBeInTheDocument()
  })

  it('counts an offer down; one tap takes it', async () => {
    await serve({ waiting: [aWaiting({ state: 'offered', appointmentId: offer.appointmentId })] })
    let answer = (): void => undefined
    const allow = jest.fn((_: string) => new Promise<void>((resolve) => { answer = resolve }))
    render(<WaitingScreen allow={allow} />)
    expect(await screen.findByText(/^(10:00|9:5\d) 内有效$/)).toBeInTheDocument()
    await press('要这个号')
    expect(allow.mock.calls).toEqual([[offer.appointmentId]])
    await waitFor(() => expect(writes()).toHaveLength(1))
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 50) }) })
    // It is taken, but no page opens under the question.
    expect(opened()).toBeUndefined()
    await act(async () => answer())
    await waitFor(() => expect(opened()).toBe(`/pages/appointment/index?id=${offer.appointmentId}`))
    expect(writes()[0]).toMatchObject({ path: `/api/appointments/${offer.appointmentId}/moves`, body: { move: 'confirm' } })
  })

  it('one tap declines an offer; what came too late is explained', async () => {
    await serve({
      waiting: [aWaiting({ state: 'offered', appointmentId: offer.appointmentId })],
      write: { status: 422, body: { error: { code: 'HOLD_EXPIRED', message: 'message of HOLD_EXPIRED', retry: 'never', requestId: 'r-1' } } },
    })
    render(<WaitingScreen />)
    await press('不要，不再候补')
    expect(await screen.findByText('message of HOLD_EXPIRED')).toBeInTheDocument()
    expect(writes()[0]?.body).toEqual({ move: 'cancel' })
  })

  it('is left after being asked once', async () => {
    await serve({ waiting: [aWaiting()], write: { body: aWaiting({ state: 'ended' }) } })
    render(<WaitingScreen />)
    await press('不等了')
    expect(writes()).toHaveLength(0)
    await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '不等了' }).at(-1) as HTMLElement) })
    await waitFor(() => expect(writes()[0]).toMatchObject({ method: 'DELETE', path: `/api/waiting/${aWaiting().waitingId}` }))
  })
})

describe('while the booking platform is silent', () => {
  const missing = [{ zh: '全市统一预约平台', en: 'City booking platform' }]
  const silent = '全市统一预约平台现在没有回应，正在再问。您在那里约的仍然有效。'

  it('what is ours is shown, and nobody reads that they have booked nothing', async () => {
    await serve({ missing })
    const { unmount } = render(<MyAppointmentsScreen />)
    expect(await screen.findByText(silent)).toBeInTheDocument()
    expect(screen.queryByText('没有要来的预约')).not.toBeInTheDocument()
    unmount()
    render(<WaitingScreen />)
    expect(await screen.findByText(silent)).toBeInTheDocument()
    expect(screen.queryByText('没有候补')).not.toBeInTheDocument()
  })

  it('the home page says so too', async () => {
    await serve({ missing, appointments: [anAppointment()] })
    render(<NextAppointment />)
    expect(await screen.findByText(silent)).toBeInTheDocument()
    expect(screen.getByText(/天河区政务服务中心/)).toBeInTheDocument()
  })
})

describe('on the home page', () => {
  it('an offer stands before the next appointment; the others are one tap away', async () => {
    await serve({ appointments: [anAppointment({ appointmentId: 'tianhe.booked', asOf: offer.asOf })], waiting: [aWaiting({ state: 'offered', appointmentId: offer.appointmentId })] })
    render(<NextAppointment />)
    expect(await screen.findByText(/^候补到了，(10:00|9:5\d) 内有效$/)).toBeInTheDocument()
    await press('全部预约')
    expect(opened()).toBe('/pages/appointments/index')
  })

  it('nothing stands there without one, or without somebody signed in', async () => {
    await serve({ appointments: [anAppointment({ state: 'cancelled' })] })
    const { container } = render(<NextAppointment />)
    await waitFor(() => expect(server.received).toHaveLength(2))
    expect(container).toBeEmptyDOMElement()
  })
})

describe('a scan', () => {
  it('leads to the appointment that can be checked in', async () => {
    await serve({ appointments: [anAppointment({ asOf: TEN - 10 * minute })] })
    expect(await appointmentForScan('tianhe')).toBe('tianhe.0h3k9q2m7x5v8b1n4c6d')
    expect(await appointmentForScan('panyu')).toBeNull()
  })

  it('leads to taking a number when nobody is signed in, or nothing is heard', async () => {
    await serve({}, false)
    expect(await appointmentForScan('tianhe')).toBeNull()
    expect(server.received).toHaveLength(0)
  })
})
