import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Appointment } from '@shared/appointments'
import { dropSession, keepSession } from '@/platform'
import { hidePage, phone, showPage } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { AppointmentScreen } from './AppointmentScreen'
import { aHold, anAppointment, anItem, hour, minute } from './builders'

const rush = { prepare: () => undefined, holdWithWork: <T,>(send: (work: undefined) => Promise<T>) => send(undefined) }
let server: PhoneServer
let latest: Appointment
let move: () => Reply
const open = async (first: Appointment): Promise<void> => {
  latest = first
  server = await servePhone(({ path, method }) => {
    if (path === '/api/items') return { body: { items: [anItem()] } }
    return method === 'POST' ? move() : { body: latest }
  })
  keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) })
  render(<AppointmentScreen appointmentId={first.appointmentId} fresh={false} presences={{ of: () => null, drop: () => undefined }} rush={rush} />)
}
/** The page is looked at again, and asks anew. */
const lookAgain = (now: Appointment): void => {
  latest = { ...now, asOf: latest.asOf + minute }
  act(() => hidePage())
  act(() => showPage())
}
afterEach(async () => { cleanup(); act(() => dropSession()); await server.close() })

test('a place confirmed on another phone says so: nothing is left to do here', async () => {
  const id = 'tianhe.0000000000000000000a'
  await open(aHold({ appointmentId: id }))
  await screen.findByRole('button', { name: '确认预约' })
  lookAgain(anAppointment({ appointmentId: id, asOf: aHold().asOf }))
  expect(await screen.findByText('已在另一部手机上确认')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '确认预约' })).not.toBeInTheDocument()
})

test('one moved on another phone tells the time it had before, and leads to the devices', async () => {
  const id = 'tianhe.0000000000000000000b'
  const first = anAppointment({ appointmentId: id })
  await open(first)
  await screen.findByText('7X5V8B')
  lookAgain({ ...first, startsAt: first.startsAt + 2 * hour, endsAt: first.endsAt + 2 * hour })
  expect(await screen.findByText(/时间改了，原来是 1月5日 周一 10:00/)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '看登录设备' }))
  expect(phone.opened.at(-1)?.url).toBe('/pages/account/devices/index')
})

test('one cancelled on another phone says that it was not this one', async () => {
  const first = anAppointment({ appointmentId: 'tianhe.0000000000000000000c' })
  await open(first)
  await screen.findByText('7X5V8B')
  lookAgain({ ...first, state: 'cancelled' })
  expect(await screen.findByText('这个预约不是在这部手机上取消的')).toBeInTheDocument()
})

test('one cancelled here is not called another’s; a move it does not allow any more says that it has changed', async () => {
  const first = anAppointment({ appointmentId: 'tianhe.0000000000000000000d' })
  move = () => {
    latest = { ...first, state: 'cancelled', asOf: first.asOf + minute }
    return { status: 409, body: { error: { code: 'ILLEGAL_APPOINTMENT_MOVE', message: 'no', retry: 'never', requestId: 'r-1' } } }
  }
  await open(first)
  fireEvent.click(await screen.findByRole('button', { name: '取消预约' }))
  fireEvent.click(screen.getAllByRole('button', { name: '取消预约' }).at(-1) as HTMLElement)
  expect(await screen.findByText('刚刚有变化，上面是现在的情况，请再看一下。')).toBeInTheDocument()
  expect(screen.queryByText('这个预约不是在这部手机上取消的')).not.toBeInTheDocument()
})
