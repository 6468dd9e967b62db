import { setTimeout as pause } from 'node:timers/promises'
import type { Appointment } from '@shared/appointments'
import { at } from '../support/bookingHalls'
import { hallFile } from '../support/halls'
import { newKey, type Citizen } from '../support/people'
import { useStack } from '../support/stack'

/** Monday 2026-03-02, ten past eight. Both halls take appointments; one's are kept by the city's platform. */
let now = at('2026-03-02 08:10')
const [lineA, lineB] = hallFile().lines
const lines = [{ ...lineA!, booking: { capacity: 1, slotMinutes: 30, leadMinutes: 30 } }, lineB!]
const office = { weeklyHours: undefined, calendar: 'statutory' as const, lines }
const city = hallFile({ ...office, hallId: 'city', name: { zh: '平台预约大厅', en: 'Hall on the Platform' }, systems: { book: 'city-booking' } })
const stack = useStack({ clock: () => now, halls: [city, hallFile(office)], settings: { RATE_LIMITS: 'false', CLOSE_CHECK_SECONDS: '1' } })
afterEach(() => stack().clearFaults())

let people = 500
const someone = (): Promise<Citizen> => stack().people.citizen(people += 1)
const as = ({ token }: Citizen) => ({ token, key: newKey() })
const wish = (startsAt: string, hallId = 'city') => ({ body: { hallId, lineId: 'A', itemIds: ['residence-permit'], startsAt: at(startsAt) } })
const move = (citizen: Citizen, { appointmentId }: Appointment, body: { move: 'confirm' | 'cancel' } | { move: 'reschedule'; startsAt: number } | { move: 'checkIn'; presence: string }) =>
  stack().client.call('moveAppointment', { params: { appointmentId }, body }, as(citizen))
const book = async (citizen: Citizen, startsAt: string, hallId = 'city'): Promise<Appointment> =>
  move(citizen, await stack().client.call('holdSlot', wish(startsAt, hallId), as(citizen)), { move: 'confirm' })
const list = async ({ token }: Citizen) => (await stack().client.call('listAppointments', {}, { token })).appointments
const days = { params: { hallId: 'city', lineId: 'A' }, query: { itemIds: 'residence-permit' } } as const
/** Everything that the platform is asked fails, until cleared. */
const down = (): void => { stack().fault({ system: 'booking', kind: 'error' }) }
/** It is left alone for a while after it failed. */
const back = async (): Promise<void> => {
  stack().clearFaults()
  for (let tries = 0; tries < 120; tries += 1) {
    if ((await stack().client.ask('listDays', days)).status === 200) return
    await pause(100)
  }
  throw new Error('the platform was not asked again')
}

describe('a hall whose appointments the city’s platform keeps, over HTTP', () => {
  it('is found, booked and moved as any other, and its citizen is called after checking in', async () => {
    const { client, people: staff, presence, openWindow, callNext } = stack()
    const citizen = await someone()
    const { halls } = await client.call('searchBookable', { body: { itemIds: ['residence-permit'] } })
    expect(halls.map(({ hallId, nextFree }) => [hallId, nextFree])).toEqual([['city', at('2026-03-02 09:00')], ['test', at('2026-03-02 09:00')]])
    const { slots } = await client.call('listSlots', { params: { hallId: 'city', lineId: 'A', day: '20260302' }, query: { itemIds: 'residence-permit' } })
    expect(slots[0]).toMatchObject({ state: 'open', free: 1, capacity: 1 })

    const booked = await book(citizen, '2026-03-02 11:00')
    expect(booked).toMatchObject({ state: 'booked', hallId: 'city', hallName: city.name, personId: 'self' })
    const moved = await move(citizen, booked, { move: 'reschedule', startsAt: at('2026-03-02 10:30') })
    expect(moved).toMatchObject({ appointmentId: booked.appointmentId, startsAt: at('2026-03-02 10:30') })
    expect(await client.refusal('holdSlot', wish('2026-03-02 10:30'), as(await someone()))).toMatchObject({ code: 'SLOT_FULL' })
    const atHome = await book(citizen, '2026-03-03 09:00', 'test')
    expect((await list(citizen)).map(({ appointmentId }) => appointmentId)).toEqual([booked.appointmentId, atHome.appointmentId])

    now = at('2026-03-02 10:10')
    const arrived = await move(citizen, moved, { move: 'checkIn', presence: await presence('city') })
    expect(arrived).toMatchObject({ state: 'arrived', late: false, ticketId: expect.stringMatching(/^city\./) })
    const clerk = await staff.staff('clerk', ['city'])
    const { lines: [first] } = await client.call('readBook', { params: { hallId: 'city', day: '20260302' } }, { token: clerk.token })
    expect(first?.visits).toMatchObject([{ appointmentId: booked.appointmentId, state: 'arrived', number: 'A001', ticketId: arrived.ticketId }])
    await openWindow(clerk, 'city', '1')
    expect(await callNext(clerk, 'city', '1')).toMatchObject({ ticketId: arrived.ticketId, number: 'A001' })
  })

  it('offers a place that frees to who waits, and nobody’s appointment to another', async () => {
    const { client } = stack()
    const [holder, waiter, stranger] = [await someone(), await someone(), await someone()]
    const booked = await book(holder, '2026-03-04 09:00')
    const asked = { hallId: 'city', lineId: 'A', itemIds: ['residence-permit'], day: '20260304', from: at('2026-03-04 09:00'), until: at('2026-03-04 09:30') }
    expect(await client.call('joinWaitingList', { body: asked }, as(waiter))).toMatchObject({ state: 'waiting', ahead: 0, offersLeft: 2 })
    expect(await client.refusal('readAppointment', { params: { appointmentId: booked.appointmentId } }, { token: stranger.token })).toMatchObject({ code: 'APPOINTMENT_NOT_FOUND' })
    await move(holder, booked, { move: 'cancel' })
    const { waiting: [offered] } = await client.call('listWaiting', {}, { token: waiter.token })
    expect(offered).toMatchObject({ state: 'offered', offersLeft: 1 })
    const offer = await client.call('readAppointment', { params: { appointmentId: offered!.appointmentId! } }, { token: waiter.token })
    expect(await move(waiter, offer, { move: 'confirm' })).toMatchObject({ state: 'booked' })
  })

  it('has its day ended too: who was booked and did not come was absent', async () => {
    const citizen = await someone()
    const booked = await book(citizen, '2026-03-02 16:30')
    now = at('2026-03-02 23:59')
    let [state, tries] = [booked.state as string, 0]
    for (; state === 'booked' && tries < 100; tries += 1) {
      await pause(100)
      state = (await stack().client.call('readAppointment', { params: { appointmentId: booked.appointmentId } }, { token: citizen.token })).state
    }
    expect(state).toBe('missed')
    now = at('2026-03-03 08:40')
  })
})

describe('while the city’s platform is down', () => {
  it('a booking whose answer is lost is of unknown outcome, and the same key later gives that very one', async () => {
    const { client, fault } = stack()
    const citizen = await someone()
    const caller = as(citizen)
    await book(await someone(), '2026-03-05 10:00')
    fault({ system: 'booking', kind: 'commit-then-drop', path: 'order/lock' })
    expect(await client.refusal('holdSlot', wish('2026-03-05 11:00'), caller)).toMatchObject({ code: 'UNKNOWN_OUTCOME', status: 504, retry: 'same-key' })
    await back()
    const [held, ...more] = await list(citizen)
    expect([held?.startsAt, more]).toEqual([at('2026-03-05 11:00'), []])
    for (let again = 0; again < 2; again += 1) expect(await client.call('holdSlot', wish('2026-03-05 11:00'), caller)).toEqual(held)
  }, 60_000)

  it('its halls say so, never that all is free or nothing booked; other halls and their people are served as ever', async () => {
    const { client } = stack()
    const [guest, other] = [await someone(), await someone()]
    const booked = await book(guest, '2026-03-06 09:00')
    const atHome = await book(guest, '2026-03-04 10:00', 'test')
    down()
    // A day just looked at is told again for a second.
    await pause(1_100)
    expect(await client.refusal('listDays', days)).toMatchObject({ code: 'UNAVAILABLE', retry: 'later' })
    expect(await client.refusal('readAppointment', { params: { appointmentId: booked.appointmentId } }, { token: guest.token })).toMatchObject({ code: 'UNAVAILABLE' })
    const missing = [{ zh: '全市统一预约平台', en: 'City booking platform' }]
    const { token } = guest
    expect(await client.call('listAppointments', {}, { token })).toMatchObject({ appointments: [{ appointmentId: atHome.appointmentId }], missing })
    expect(await client.call('listWaiting', {}, { token })).toEqual({ waiting: [], missing })
    expect(['UNAVAILABLE', 'UNKNOWN_OUTCOME']).toContain((await client.refusal('holdSlot', wish('2026-03-06 10:00'), as(guest))).code)
    const { halls } = await client.call('searchBookable', { body: { itemIds: ['residence-permit'] } })
    expect(halls.map(({ hallId, nextFree, readable }) => [hallId, nextFree !== null, readable])).toEqual([['city', false, false], ['test', true, true]])
    const mine = await book(other, '2026-03-06 09:00', 'test')
    expect(await list(other)).toEqual([mine])
    expect(await client.call('listWaiting', {}, { token: other.token })).toEqual({ waiting: [], missing: [] })
    await back()
    expect((await client.call('listAppointments', {}, { token })).missing).toEqual([])
    expect((await list(guest)).map(({ appointmentId }) => appointmentId)).toContain(booked.appointmentId)
  }, 60_000)
})
