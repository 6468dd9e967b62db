import { endpoints, type EndpointName } from '@shared/endpoints'
import type { Bulletin } from '@shared/bulletins'
import { serviceDay, startOfDay } from '@shared/time'
import { setTimeout as pause } from 'node:timers/promises'
import { codeAt } from '../../bff/engine/staff/testing/authenticator'
import { createBulletinStore } from '../../bff/engine/supervision/bulletins'
import { systemClock } from '../../bff/platform/clock'
import { demoPeople, type DemoPerson } from '../../mock/world/people'
import { aPhoto } from '../support/pictures'
import { acceptCase } from '../support/cases'
import type { Client } from '../support/client'
import { createActs } from '../support/acts'
import { parkMessage } from '../support/parked'
import { verify } from '../support/faces'
import { createPeople, newKey, PASSWORD } from '../support/people'
import { useStack } from '../support/stack'

/** Remembers what was called; the client beneath it checks every answer. */
const noting = (client: Client, called: Set<EndpointName>): Client => ({
  ...client,
  call: (name, sent, caller) => {
    called.add(name)
    return client.call(name, sent, caller)
  },
})

describe('a day in a hall', () => {
  const stack = useStack()

  it('calls every endpoint, and every answer is exactly what the contract says', async () => {
    const called = new Set<EndpointName>()
    const client = noting(stack().client, called)
    const people = createPeople(client, stack().http)
    const acts = createActs(client, people)
    const hall = { params: { hallId: 'test' } }
    const window = { params: { hallId: 'test', windowId: '2' } }

    await client.call('healthz', {})
    expect(await client.call('readyz', {})).toMatchObject({ ready: true, durable: true })
    const { halls } = await client.call('searchHalls', { body: { text: '测试', near: { lat: 23.13, lng: 113.36 } } })
    expect(halls.map(({ hallId }) => hallId).sort()).toEqual(['other', 'test'])
    expect((await client.call('readHall', hall)).lines).toHaveLength(2)
    expect((await client.call('listItems', hall)).items).toHaveLength(3)

    for (const channel of ['web', 'wechat', 'alipay'] as const) {
      const { token } = await people.citizen(3, channel)
      expect(await client.call('readSession', {}, { token })).toMatchObject({ channel })
      await client.call('endSession', {}, { token })
      expect(await client.refusal('readSession', {}, { token })).toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    const citizen = await people.citizen(1, 'web')
    const [first, second] = [await people.citizen(6), await people.citizen(6)]
    const { devices } = await client.call('listDevices', {}, first)
    expect(devices).toMatchObject([{ current: true, channel: 'wechat' }, { current: false }])
    await client.call('endDevice', { params: { deviceId: devices[1]?.deviceId ?? '' } }, first)
    expect(await client.refusal('readSession', {}, second)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await client.call('endOtherDevices', {}, first)).toEqual({ ended: 0 })
    expect(await client.call('readRealName', {}, first)).toEqual({ realName: null, way: 'face' })
    expect(await verify({ client, simulatorsUrl: stack().simulatorsUrl }, first, 6)).toMatchObject({ joined: false, realName: { name: '演*', by: 'face' } })
    expect((await client.call('listConsents', {}, first)).consents.map(({ kind }) => kind)).toEqual(['privacy', 'idNumber', 'face'])
    expect((await client.call('withdrawConsent', { params: { kind: 'idNumber' } }, first)).consents[1]).toMatchObject({ kind: 'idNumber', withdrawnAt: expect.any(Number) as number })
    expect((await client.call('exportMyData', {}, first)).parts.map(({ part }) => part)).toEqual(['tickets', 'appointments', 'waiting', 'ratings', 'persons', 'messages', 'account'])
    expect((await client.call('deleteMyData', { body: { sure: true } }, first)).keptByLaw.length).toBeGreaterThan(2)
    const operator = await people.operator()
    const clerk = await people.staff('clerk', ['test'])
    expect(await client.call('readStaffSession', {}, clerk)).toMatchObject({ account: clerk.account, role: 'clerk', halls: ['test'] })
    expect((await client.call('listStaff', {}, operator)).accounts).toHaveLength(2)
    await client.call('unlockStaff', { params: { account: clerk.account } }, operator)

    for (const paused of [true, false]) {
      expect(await client.call('pauseHall', { ...hall, body: { paused } }, operator)).toMatchObject({ paused })
      await client.call('pauseLine', { params: { hallId: 'test', lineId: 'A' }, body: { paused } }, operator)
    }
    await acts.openWindow(clerk, 'test', '2')

    const ticket = await acts.take(citizen, { hallId: 'test', lineId: 'A', itemId: 'residence-permit', priority: 'elder' })
    expect(ticket).toMatchObject({ number: 'A001', state: 'waiting', ahead: 0, class: 'priority' })
    const { ticketId } = ticket
    await client.call('takeAtDesk', { ...hall, body: { lineId: 'A' } }, { ...clerk, key: newKey() })
    expect(await client.call('moveTicket', { params: { ticketId }, body: { move: 'defer', places: 1 } }, { ...citizen, key: newKey() })).toMatchObject({ ahead: 1, defersLeft: 1 })
    expect((await client.call('listTickets', {}, citizen)).tickets.map((one) => one.ticketId)).toEqual([ticketId])
    const wish = { params: { ticketId }, body: { from: { lat: 23.14, lng: 113.3 }, by: 'transit' } } as const
    expect(await client.call('planDeparture', wish, citizen)).toMatchObject({ leaveAt: null, source: 'distance', reminds: true })
    const console = await client.call('readConsole', hall, clerk)
    expect(console.lines[0]?.next.map(({ number }) => number)).toEqual(['A002', 'A001'])

    const desk = await acts.callNext(clerk, 'test', '2')
    for (const move of ['recall', 'recall', 'miss'] as const) await acts.move(clerk, desk.ticketId, { move })
    expect(await acts.callNext(clerk, 'test', '2')).toMatchObject({ ticketId, state: 'called' })
    expect(await client.call('readTicket', { params: { ticketId }, query: { seen: ticket.seen } }, citizen)).toMatchObject({ state: 'called', windowId: '2' })
    await acts.move(clerk, ticketId, { move: 'transfer', lineId: 'B' })
    await acts.callNext(clerk, 'test', '2')
    expect(await acts.move(clerk, ticketId, { move: 'start' })).toMatchObject({ state: 'serving' })
    const calling = async (): Promise<string[]> => (await client.call('readBoard', hall)).calling.map(({ number }) => number)
    // The board may be a second old.
    for (let tries = 0; tries < 60 && !(await calling()).includes('A001'); tries += 1) await pause(50)
    expect(await calling()).toEqual(['A001'])
    await acts.move(clerk, ticketId, { move: 'finish' })

    const quiet = { from: '22:00', until: '07:00' }
    expect(await client.call('readMessageSettings', {}, citizen)).toEqual({ off: [], ahead: 3, quiet, cap: 10 })
    expect(await client.call('changeMessageSettings', { body: { off: ['case'], ahead: 5, quiet: null, cap: 9 } }, citizen)).toMatchObject({ off: ['case'], ahead: 5 })
    const messages = () => client.call('listMessages', { query: {} }, citizen)
    for (let tries = 0; tries < 100 && !(await messages()).messages.some(({ kind }) => kind === 'called'); tries += 1) await pause(50)
    expect((await messages()).messages).toContainEqual(expect.objectContaining({ kind: 'called', page: `ticket?id=${ticketId}`, read: false }))
    expect(await client.call('readMessages', { body: { until: systemClock() } }, citizen)).toEqual({ unread: 0 })
    const visitor = await people.citizen(5)
    expect((await client.call('listPermits', {}, visitor)).permits.map(({ left }) => left)).toEqual([0, 0, 0, 0])
    const answers = [{ templateId: 'demo-template-called', answer: 'always' as const }]
    expect((await client.call('tellPermits', { body: { answers } }, { ...visitor, key: newKey() })).permits[0]).toMatchObject({ lasting: true })
    const parkedId = await parkMessage(stack().redis, undefined, { validUntil: 1 })
    expect((await client.call('listParked', {}, operator)).parked).toMatchObject([{ parkedId, way: 'wechat' }])
    expect(await client.call('replayParked', { params: { parkedId } }, operator)).toEqual({ replayed: true })

    const [person] = demoPeople
    const filed = await acceptCase(stack(), person as DemoPerson, 'residencePermit', ticketId)
    const { caseNo } = filed
    expect((await client.call('listCases', { query: {} }, citizen)).cases.map((one) => one.caseNo)).toContain(caseNo)
    expect((await client.call('readCase', { params: { caseNo }, query: {} }, citizen)).case).toMatchObject({ caseNo, itemId: 'residence-permit', visit: { ticketId, rated: false } })
    for (const body of [{ by: 'name', caseNo, name: person?.name ?? '' }, { by: 'barcode', caseNo, secret: filed.secret }] as const) expect((await client.call('findCase', { body })).case).toMatchObject({ caseNo, visit: null })
    expect((await client.call('readCaseOfTicket', { params: { ticketId } }, citizen)).case).toMatchObject({ caseNo, visit: { number: 'A001', hallId: 'test' } })

    const line = { params: { hallId: 'test', lineId: 'A' }, query: { itemIds: 'residence-permit' } }
    const visit = { hallId: 'test', lineId: 'A', itemIds: ['residence-permit'] }
    expect((await client.call('listCityItems', {})).items.map(({ itemId }) => itemId).sort()).toEqual(['residence-permit', 'social-insurance-enrolment', 'unresolved-matter'])
    expect((await client.call('searchItems', { query: { q: '搬家' } })).items[0]).toMatchObject({ itemId: 'household-move-in', matched: '搬家' })
    expect((await client.call('readGuide', { params: { itemId: 'residence-permit' } })).where).toMatchObject({ hallCount: 2 })
    expect((await client.call('searchBookable', { body: { itemIds: visit.itemIds } })).halls).toHaveLength(2)
    const day = (await client.call('listDays', line)).days[1]?.day ?? ''
    const { slots } = await client.call('listSlots', { params: { ...line.params, day }, query: line.query })
    const startsAt = slots[100]?.startsAt ?? 0
    const { appointmentId } = await client.call('holdSlot', { body: { ...visit, startsAt } }, { ...citizen, key: newKey() })
    await client.call('moveAppointment', { params: { appointmentId }, body: { move: 'confirm' } }, { ...citizen, key: newKey() })
    expect(await client.call('readAppointment', { params: { appointmentId } }, citizen)).toMatchObject({ state: 'booked', startsAt })
    expect((await client.call('listAppointments', {}, citizen)).appointments).toHaveLength(1)
    const soon = Math.ceil((systemClock() + 60_000) / 300_000) * 300_000
    const other = await people.citizen(4)
    const coming = await client.call('holdSlot', { body: { ...visit, startsAt: soon } }, { ...other, key: newKey() })
    await client.call('moveAppointment', { params: { appointmentId: coming.appointmentId }, body: { move: 'confirm' } }, { ...other, key: newKey() })
    expect(await client.call('arriveAtDesk', { params: { appointmentId: coming.appointmentId } }, { ...clerk, key: newKey() })).toMatchObject({ state: 'arrived' })
    expect((await client.call('readBook', { params: { hallId: 'test', day } }, clerk)).lines[0]?.visits).toHaveLength(1)
    const one = { hallId: 'test', lineId: 'B', itemIds: ['social-insurance-enrolment'] }
    const nine = startOfDay(day) + 9 * 3_600_000
    await client.call('holdSlot', { body: { ...one, startsAt: nine } }, { ...citizen, key: newKey() })
    const { waitingId } = await client.call('joinWaitingList', { body: { ...one, day } }, { ...other, key: newKey() })
    expect((await client.call('listWaiting', {}, other)).waiting).toHaveLength(1)
    expect(await client.call('leaveWaitingList', { params: { waitingId } }, other)).toMatchObject({ state: 'ended' })
    await client.call('setSlot', { params: { hallId: 'test', lineId: 'B', startsAt: String(nine) }, body: { closed: true } }, operator)

    expect(await client.call('readChallenge', {}, citizen)).toMatchObject({ needed: false })
    const parent = { kind: 'family', name: '演示人', idNumber: '11010519491231002X', relation: 'parent', consent: true, consentBy: 'given' } as const
    const { personId } = await client.call('addPerson', { body: parent }, { ...citizen, key: newKey() })
    expect((await client.call('listPersons', {}, citizen)).persons).toMatchObject([{ personId, name: '演*', idMasked: expect.stringMatching(/^1\*+X$/) }])
    expect(await client.call('removePerson', { params: { personId } }, citizen)).toEqual({ removed: true })

    await client.call('rateVisit', { params: { ticketId }, body: { level: 1, text: '等得太久' } }, { ...citizen, key: newKey() })
    expect(await client.call('readRating', { params: { ticketId } }, citizen)).toMatchObject({ level: 1, tags: [], text: '等得太久' })
    expect(await client.call('readTicket', { params: { ticketId }, query: {} }, citizen)).toMatchObject({ state: 'finished', rated: true })

    const supervisors = await Promise.all([people.staff('supervisor', ['test']), people.staff('supervisor', [])])
    const [owner, checker] = supervisors
    const order = { params: { ratingId: ticketId } }
    const { photoId } = await client.call('uploadPhoto', { body: await aPhoto() }, citizen)
    expect(await client.call('changeRating', { ...order, body: { level: 2, text: '等得太久', photos: [photoId] } }, { ...citizen, key: newKey() })).toMatchObject({ level: 2, photos: [photoId], changeUntil: null, order: { state: 'open' } })
    expect((await client.call('readRatingPhoto', { params: { ratingId: ticketId, photoId } }, citizen)).base64).toMatch(/^\/9j\//)
    expect((await client.call('readOrderPhoto', { params: { ratingId: ticketId, photoId } }, owner)).base64).toMatch(/^\/9j\//)
    expect((await client.call('listOrders', { query: { hallId: 'test' } }, owner)).orders.map(({ ratingId }) => ratingId)).toEqual([ticketId])
    expect((await client.call('listOrders', { query: {} }, clerk)).orders.map(({ ratingId }) => ratingId)).toEqual([ticketId])
    expect(await client.call('readOrder', order, clerk)).toMatchObject({ photos: [], may: [] })
    for (const step of ['contact', 'rectify', 'reply'] as const) await client.call('stepOrder', { ...order, body: { step, text: '已处理' } }, { ...owner, key: newKey() })
    expect(await client.call('answerRevisit', { ...order, body: { satisfied: true } }, { ...citizen, key: newKey() })).toMatchObject({ order: { state: 'revisited' } })
    expect(await client.call('stepOrder', { ...order, body: { step: 'close', text: '办结' } }, { ...checker, key: newKey() })).toMatchObject({ state: 'closed' })

    const said = { level: 4, tags: ['406'] }
    await client.call('rateCase', { params: { caseNo }, query: {}, body: said }, { ...citizen, key: newKey() })
    expect(await client.call('readCaseRating', { params: { caseNo }, query: {} }, citizen)).toMatchObject({ level: 4, about: { kind: 'case' } })
    const receipt = { by: 'name', caseNo: (await acceptCase(stack(), person as DemoPerson, 'residencePermit', '')).caseNo, name: person?.name ?? '' } as const
    await client.call('rateReceipt', { body: { receipt, rating: said } }, { key: newKey() })
    expect(await client.call('findRating', { body: receipt })).toMatchObject({ level: 4, changeUntil: null })
    const { ratings } = await client.call('listRatings', {}, citizen)
    expect(ratings.map(({ about }) => about.kind).sort()).toEqual(['case', 'visit'])
    expect(await client.call('deleteRating', { params: { ratingId: ratings.find(({ about }) => about.kind === 'case')?.ratingId ?? '' } }, citizen)).toEqual({ deleted: true })

    const today = serviceDay(systemClock())
    const overview = () => client.call('readOverview', { query: { scope: 'h.test' } }, checker)
    for (let tries = 0; tries < 100 && (await overview()).orders.states.closed === 0; tries += 1) await pause(100)
    expect(await overview()).toMatchObject({ today: { ratings: 1, levels: [0, 1, 0, 0, 0], visits: 1 }, orders: { states: { closed: 1 } }, path: [{ scope: 'city' }, { scope: 'd.440106' }, { scope: 'h.test' }] })
    expect((await client.call('compareScopes', { query: { scopes: 'city,h.test', from: today, to: today } as never }, checker)).series).toHaveLength(2)
    expect((await client.call('listAlerts', {}, checker)).alerts).toEqual([])
    await createBulletinStore(stack().redis).keep({ ...endpoints.readBulletin.example.output as unknown as Bulletin })
    expect((await client.call('listBulletins', { query: {} }, checker)).bulletins).toHaveLength(1)
    expect(await client.call('readBulletin', { params: { bulletinId: 'daily-20260105' } }, checker)).toMatchObject({ kind: 'daily' })
    expect(await client.call('exportBulletin', { params: { bulletinId: 'daily-20260105' } }, checker)).toMatchObject({ fileName: 'daily-20260105.xlsx' })
    const calls = () => client.call('readCallLog', { params: { hallId: 'test', day: today }, query: {} })
    for (let tries = 0; tries < 100 && !(await calls()).entries.some(({ kind }) => kind === 'finish'); tries += 1) await pause(100)
    expect((await calls()).entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['take', 'call', 'miss', 'transfer', 'finish']))

    await client.call('setWindow', { ...window, body: { state: 'closed' } }, clerk)

    const begun = await client.call('beginSecondFactor', { body: { password: PASSWORD } }, clerk)
    const otp = codeAt(begun.secret, systemClock())
    expect(await client.call('confirmSecondFactor', { body: { enrolmentId: begun.enrolmentId, otp } }, clerk)).toMatchObject({ secondFactor: true, recoveryLeft: 10 })
    expect(await client.call('endSecondFactor', { body: { password: PASSWORD, otp: begun.recoveryCodes[0] } }, clerk)).toMatchObject({ secondFactor: false })
    expect(await client.call('resetSecondFactor', { params: { account: clerk.account } }, operator)).toMatchObject({ secondFactor: false })

    const { account } = clerk
    const elsewhere = await people.signInStaff(account, PASSWORD)
    expect(await client.call('changeOwnPassword', { body: { password: PASSWORD, newPassword: 'a-new-password-of-tests' } }, clerk)).toMatchObject({ account })
    expect(await client.refusal('readStaffSession', {}, elsewhere)).toMatchObject({ code: 'UNAUTHENTICATED' })
    await client.call('endStaffSession', {}, clerk)
    expect(await client.refusal('readStaffSession', {}, clerk)).toMatchObject({ code: 'UNAUTHENTICATED' })
    const again = await people.signInStaff(account, 'a-new-password-of-tests')
    expect(await client.call('setStaffPassword', { params: { account }, body: { password: PASSWORD } }, operator)).toMatchObject({ account, locked: false })
    expect(await client.refusal('readStaffSession', {}, again)).toMatchObject({ code: 'UNAUTHENTICATED' })
    const last = await people.signInStaff(account, PASSWORD)
    expect(await client.call('removeStaff', { params: { account } }, operator)).toEqual({ removed: true })
    expect(await client.refusal('readConsole', hall, last)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await client.refusal('createStaffSession', { body: { account, password: PASSWORD } })).toMatchObject({ code: 'PASSWORD_WRONG' })

    expect([...called].sort()).toEqual(Object.keys(endpoints).sort())
  })
})
