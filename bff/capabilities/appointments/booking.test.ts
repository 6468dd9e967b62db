import type { Appointment } from '@shared/appointments'
import { hallFile } from '../../../tests/support/halls'
import { newKey, type Citizen } from '../../../tests/support/people'
import { useStack } from '../../../tests/support/stack'
import { at } from '../../../tests/support/bookingHalls'

/**
 * Halls with office hours; Monday 2026-03-02, ten past eight: the ninth is released at half past. A hall's clock never runs
 * back, so tests in which time passes have a hall of their own.
 */
let now = at('2026-03-02 08:10')
const [lineA, lineB] = hallFile().lines
const office = { weeklyHours: undefined, calendar: 'statutory' as const }
const lines = [{ ...lineA!, booking: { capacity: 2, slotMinutes: 30, hours: null } }, lineB!]
const halls = ['test', 'other', 'release', 'desk'].map((hallId, i) => hallFile({ ...office, lines, hallId, place: { lat: 23.13 + 0.01 * i, lng: 113.36 } }))
const stack = useStack({ clock: () => now, settings: { RATE_LIMITS: 'false' }, halls })
const wish = { hallId: 'test', lineId: 'A', itemIds: ['residence-permit'] }
let people = 100
const someone = (): Promise<Citizen> => stack().people.citizen(people += 1)
const as = ({ token }: Citizen) => ({ token, key: newKey() })
const slot = (text: string, hallId = 'test') => ({ ...wish, hallId, startsAt: at(text) })
const hold = async (citizen: Citizen, text: string, hallId = 'test') => stack().client.call('holdSlot', { body: slot(text, hallId) }, as(citizen))
const move = (citizen: Citizen, { appointmentId }: Appointment, body: { move: 'confirm' | 'cancel' } | { move: 'reschedule'; startsAt: number } | { move: 'checkIn'; presence: string }) =>
  stack().client.call('moveAppointment', { params: { appointmentId }, body }, as(citizen))
const book = async (citizen: Citizen, text: string, hallId = 'test') => move(citizen, await hold(citizen, text, hallId), { move: 'confirm' })

beforeEach(() => { now = at('2026-03-02 08:10') })

test('from an item to a number that is called: search, choose, hold, confirm, check in, be called', async () => {
  const { client, people: staff, openWindow, callNext, presence, take } = stack()
  const citizen = await someone()
  const { items } = await client.call('listCityItems', {})
  expect(items.map(({ itemId }) => itemId)).toContain('residence-permit')
  const { halls: one } = await client.call('searchBookable', { body: { itemIds: ['residence-permit'], hallId: 'test' } })
  expect(one.map(({ hallId }) => hallId)).toEqual(['test'])
  const { halls: found } = await client.call('searchBookable', { body: { itemIds: ['residence-permit'], near: { lat: 23.14, lng: 113.36 } } })
  expect(found.slice(0, 1).map(({ hallId, nextFree }) => [hallId, nextFree])).toEqual([['other', at('2026-03-02 09:30')]])
  const { days } = await client.call('listDays', { params: { hallId: 'other', lineId: 'A' }, query: { itemIds: 'residence-permit' } })
  expect(days[0]).toMatchObject({ day: '20260302', state: 'open', free: 26, capacity: 28 })
  expect(days.at(-1)).toMatchObject({ day: '20260309', state: 'not-released', releasesAt: at('2026-03-02 08:30') })
  const { slots } = await client.call('listSlots', { params: { hallId: 'other', lineId: 'A', day: '20260302' }, query: { itemIds: 'residence-permit' } })
  expect(slots[0]).toMatchObject({ startsAt: at('2026-03-02 09:00'), state: 'past' })
  expect(slots[1]).toMatchObject({ startsAt: at('2026-03-02 09:30'), state: 'open', free: 2 })

  const held = await hold(citizen, '2026-03-02 10:00', 'other')
  expect(held).toMatchObject({ state: 'held', heldUntil: now + 300_000, personId: 'self', cancelBefore: at('2026-03-02 08:00') })
  expect(await move(citizen, held, { move: 'confirm' })).toMatchObject({ state: 'booked' })
  now = at('2026-03-02 09:31')
  for (let i = 0; i < 3; i += 1) await take(await someone(), { hallId: 'other', lineId: 'A' })
  const arrived = await move(citizen, held, { move: 'checkIn', presence: await presence('other') })
  expect(arrived).toMatchObject({ state: 'arrived', late: false, ticketId: expect.stringMatching(/^other\./) })
  expect(await move(citizen, held, { move: 'checkIn', presence: await presence('other') })).toMatchObject({ ticketId: arrived.ticketId })
  const ticket = await client.call('readTicket', { params: { ticketId: arrived.ticketId! }, query: {} }, { token: citizen.token })
  // Those who came before wait, and an appointment that came in time is not put behind all of them.
  expect(ticket).toMatchObject({ class: 'appointment', number: 'A004' })
  expect(ticket.ahead).toBeLessThan(3)
  const clerk = await staff.staff('clerk', ['other'])
  await openWindow(clerk, 'other', '1')
  const called = [await callNext(clerk, 'other', '1')]
  while (called.at(-1)?.number !== 'A004') {
    const { ticketId } = called.at(-1)!
    await stack().move(clerk, ticketId, { move: 'start' })
    await stack().move(clerk, ticketId, { move: 'finish' })
    called.push(await callNext(clerk, 'other', '1'))
  }
  expect(called.length).toBeLessThan(4)
})

test('nothing is bookable before its release, to the millisecond', async () => {
  const { client } = stack()
  const citizen = await someone()
  const key = newKey()
  now = at('2026-03-02 08:30') - 1
  expect(await client.refusal('holdSlot', { body: slot('2026-03-09 09:00', 'release') }, { token: citizen.token, key })).toMatchObject({ code: 'NOT_RELEASED' })
  expect(await client.refusal('listSlots', { params: { hallId: 'release', lineId: 'A', day: '20260309' }, query: { itemIds: 'residence-permit' } })).toMatchObject({ code: 'NOT_RELEASED' })
  now += 1
  expect(await client.call('holdSlot', { body: slot('2026-03-09 09:00', 'release') }, { token: citizen.token, key })).toMatchObject({ state: 'held' })
})

test.each([
  ['a day off', { startsAt: at('2026-03-07 10:00') }, 'NOT_A_WORKING_DAY'], ['a slot that has passed', { startsAt: at('2026-03-02 09:00') }, 'SLOT_PAST'],
  ['an hour that is no slot', { startsAt: at('2026-03-03 09:10') }, 'SLOT_NOT_FOUND'], ['a line without appointments', { lineId: 'B', itemIds: ['social-insurance-enrolment'], startsAt: at('2026-03-03 09:00') }, 'NOT_BOOKABLE'],
  ['an item of another line', { itemIds: ['social-insurance-enrolment'], startsAt: at('2026-03-03 09:00') }, 'ITEM_NOT_IN_LINE'], ['a line that is none', { lineId: 'Q', startsAt: at('2026-03-03 09:00') }, 'LINE_NOT_FOUND'],
  ['a person not one’s own', { personId: `p${'7'.repeat(24)}`, startsAt: at('2026-03-03 09:00') }, 'PERSON_NOT_FOUND'], ['the midday break', { startsAt: at('2026-03-03 12:00') }, 'SLOT_NOT_FOUND'],
])('%s is refused with its code, and nothing has changed', async (_, change, code) => {
  const citizen = await someone()
  expect(await stack().client.refusal('holdSlot', { body: { ...slot('2026-03-03 09:00'), ...change } }, as(citizen))).toMatchObject({ code })
  expect((await stack().client.call('listAppointments', {}, { token: citizen.token })).appointments).toEqual([])
})

test('a key used again gives the same appointment, and is refused with another content', async () => {
  const { client } = stack()
  const caller = as(await someone())
  const first = await client.call('holdSlot', { body: slot('2026-03-03 15:00') }, caller)
  expect(await client.call('holdSlot', { body: slot('2026-03-03 15:00') }, caller)).toEqual(first)
  expect(await client.refusal('holdSlot', { body: slot('2026-03-03 15:30') }, caller)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 })
})

test('another’s appointment is as one that does not exist, to citizens and to staff of another hall', async () => {
  const { client, people: staff } = stack()
  const { appointmentId } = await hold(await someone(), '2026-03-03 16:00')
  const stranger = await someone()
  for (const id of [appointmentId, `test.${'0'.repeat(20)}`]) {
    expect(await client.refusal('readAppointment', { params: { appointmentId: id } }, { token: stranger.token })).toMatchObject({ code: 'APPOINTMENT_NOT_FOUND' })
    expect(await client.refusal('moveAppointment', { params: { appointmentId: id }, body: { move: 'cancel' } }, as(stranger))).toMatchObject({ code: 'APPOINTMENT_NOT_FOUND' })
  }
  const foreign = await staff.staff('clerk', ['other'])
  expect(await client.refusal('arriveAtDesk', { params: { appointmentId } }, { token: foreign.token, key: newKey() })).toMatchObject({ code: 'FORBIDDEN' })
})

test('a visit of several items takes consecutive slots; moved, it keeps its length', async () => {
  const { client } = stack()
  const citizen = await someone()
  const long = { hallId: 'test', lineId: 'A', itemIds: ['residence-permit', 'unresolved-matter'] }
  const { slots } = await client.call('listSlots', { params: { hallId: 'test', lineId: 'A', day: '20260304' }, query: { itemIds: long.itemIds.join(',') } })
  const length = slots[0]!.endsAt - slots[0]!.startsAt
  expect(slots.every(({ startsAt, endsAt }) => endsAt - startsAt === length)).toBe(true)
  const held = await client.call('holdSlot', { body: { ...long, startsAt: at('2026-03-04 10:00') } }, as(citizen))
  await move(citizen, held, { move: 'confirm' })
  const moved = await move(citizen, held, { move: 'reschedule', startsAt: at('2026-03-05 15:00') })
  expect(moved).toMatchObject({ state: 'booked', startsAt: at('2026-03-05 15:00'), endsAt: at('2026-03-05 15:00') + length })
  await client.call('holdSlot', { body: { ...long, startsAt: at('2026-03-04 10:00') } }, as(citizen))
})

test('a full day is waited for; what frees is offered, and one tap books it', async () => {
  const { client } = stack()
  const [holder, waiter, next] = [await someone(), await someone(), await someone()]
  const day = { day: '20260306', ...wish, from: at('2026-03-06 09:00'), until: at('2026-03-06 09:30') }
  expect(await client.refusal('joinWaitingList', { body: day }, as(waiter))).toMatchObject({ code: 'PLACES_FREE' })
  await book(next, '2026-03-06 09:00')
  const booked = await book(holder, '2026-03-06 09:00')
  expect(await client.call('joinWaitingList', { body: day }, as(waiter))).toMatchObject({ state: 'waiting', ahead: 0, offersLeft: 2 })
  await move(holder, booked, { move: 'cancel' })
  const { waiting: [offered] } = await client.call('listWaiting', {}, { token: waiter.token })
  expect(offered).toMatchObject({ state: 'offered', offersLeft: 1 })
  const offer = await client.call('readAppointment', { params: { appointmentId: offered!.appointmentId! } }, { token: waiter.token })
  expect(offer).toMatchObject({ state: 'held', offered: true, heldUntil: now + 600_000 })
  await move(waiter, offer, { move: 'confirm' })
  expect((await client.call('listWaiting', {}, { token: waiter.token })).waiting).toEqual([])
  expect((await client.call('listAppointments', {}, { token: waiter.token })).appointments).toMatchObject([{ state: 'booked' }])
})

test('staff see the book, close a slot, and mark by hand who came late', async () => {
  const { client, people: staff } = stack()
  const citizen = await someone()
  const booked = await book(citizen, '2026-03-02 10:30', 'desk')
  const [clerk, leader] = [await staff.staff('clerk', ['desk']), await staff.staff('supervisor', ['desk'])]
  const startsAt = String(at('2026-03-02 16:30'))
  expect(await client.refusal('setSlot', { params: { hallId: 'desk', lineId: 'A', startsAt }, body: { closed: true } }, { token: clerk.token })).toMatchObject({ code: 'FORBIDDEN' })
  const closed = await client.call('setSlot', { params: { hallId: 'desk', lineId: 'A', startsAt }, body: { closed: true } }, { token: leader.token })
  expect(closed.lines[0]?.slots.at(-1)).toMatchObject({ closed: true, taken: 0 })
  expect(await client.refusal('holdSlot', { body: slot('2026-03-02 16:30', 'desk') }, as(citizen))).toMatchObject({ code: 'ONE_A_DAY' })
  expect(await client.refusal('holdSlot', { body: slot('2026-03-02 16:30', 'desk') }, as(await someone()))).toMatchObject({ code: 'SLOT_CLOSED' })
  now = at('2026-03-02 11:00')
  // Sessions of staff end when nobody has used them for long.
  const { token } = await staff.staff('clerk', ['desk'])
  const came = await client.call('arriveAtDesk', { params: { appointmentId: booked.appointmentId } }, { token, key: newKey() })
  expect(came).toMatchObject({ state: 'arrived', personName: booked.personName, ticketId: expect.any(String), number: 'A001' })
  expect(await client.call('readAppointment', { params: { appointmentId: booked.appointmentId } }, { token: citizen.token })).toMatchObject({ late: true, ticketId: came.ticketId })
  const { lines: [first] } = await client.call('readBook', { params: { hallId: 'desk', day: '20260302' } }, { token })
  expect(first?.visits).toContainEqual(came)
})
