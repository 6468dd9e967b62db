import type { Bulletin } from '@shared/bulletins'
import { endpoints, type EndpointName } from '@shared/endpoints'
import { PRIVACY_VERSION } from '@shared/privacy'
import { serviceDay, startOfDay } from '@shared/time'
import { systemClock } from '../../bff/platform/clock'
import { demoPeople } from '../../mock/world/people'
import { createBulletinStore } from '../../bff/engine/supervision/bulletins'
import { codeAt } from '../../bff/engine/staff/testing/authenticator'
import { acceptCase } from '../support/cases'
import { aPhoto } from '../support/pictures'
import { showFace } from '../support/faces'
import type { Caller, Parts, Sent } from '../support/client'
import { parkMessage } from '../support/parked'
import { newKey, PASSWORD, type Citizen, type Member } from '../support/people'
import { grantStaff } from '../support/sessions'
import type { Stack } from '../support/stack'

/** A hall with some life in it, and everybody who may call. */
export interface World {
  readonly citizen: Citizen
  readonly stranger: Citizen
  /** Somebody on WeChat who has begun a face check, and passed it; and who has had enough of us. */
  readonly faced: Citizen
  readonly faceCheck: string
  readonly leaver: Citizen
  readonly operator: Member
  readonly supervisor: Member
  readonly clerk: Member
  /** A supervisor of every hall. */
  readonly chief: Member
  /** A clerk and a supervisor of the other hall. */
  readonly foreignClerk: Member
  readonly foreignSupervisor: Member
  /** A clerk who has just set up a second factor: how it was confirmed, which may be said again. */
  readonly guarded: Member & { readonly confirmed: { readonly enrolmentId: string; readonly otp: string } }
  readonly screenKey: string
  readonly foreignScreenKey: string
  readonly hallCode: string
  readonly presence: string
  /** The citizen's, in line A of the hall `test`. */
  readonly waiting: string
  /** The citizen's: served and rated. */
  readonly rated: string
  /** The citizen's: served, not rated. */
  readonly served: string
  /** Somebody's without a phone, called to window 2, where the clerk is. */
  readonly called: string
  /** The citizen's, rated badly: one whose order is open, and one that was replied to. Both and the good one have a photo. */
  readonly complained: string
  readonly replied: string
  readonly photos: { readonly rated: string; readonly complained: string }
  /** Cases of the citizen's: one that was rated, one that was not. */
  readonly ratedCase: string
  readonly unratedCase: string
  readonly bulletinId: string
  readonly picture: Buffer
  /** The case filed at the served visit: the citizen's own, and the name on its receipt. */
  readonly filed: { readonly caseNo: string; readonly name: string }
  /** Appointments: the citizen's, held and booked; somebody's who may come now. */
  readonly held: string
  readonly booked: string
  readonly expected: string
  /** Whom the citizen may book for. */
  readonly person: string
  /** A message that found no way. */
  readonly parked: string
  /** What the citizen waits for. */
  readonly wished: string
}

export const buildWorld = async (stack: Stack): Promise<World> => {
  const { people, client } = stack
  const [citizen, stranger] = await Promise.all([people.citizen(1, 'web'), people.citizen(2)])
  const operator = await people.operator()
  const [chief, supervisor, clerk, foreignClerk, foreignSupervisor] = await Promise.all([
    people.staff('supervisor', []), people.staff('supervisor', ['test']), people.staff('clerk', ['test']), people.staff('clerk', ['other']), people.staff('supervisor', ['other']),
  ])
  await stack.openWindow(clerk, 'test', '2')
  const serve = async (): Promise<string> => {
    const { ticketId } = await stack.take(citizen, { hallId: 'test', lineId: 'B' })
    await stack.callNext(clerk, 'test', '2')
    await stack.move(clerk, ticketId, { move: 'start' })
    await stack.move(clerk, ticketId, { move: 'finish' })
    return ticketId
  }
  const rate = async (level: number, tags: string[]): Promise<{ ticketId: string; photo: string }> => {
    const ticketId = await serve()
    const { photoId } = await client.call('uploadPhoto', { body: await aPhoto() }, { token: citizen.token })
    await client.call('rateVisit', { params: { ticketId }, body: { level, tags, photos: [photoId] } }, { token: citizen.token, key: newKey() })
    return { ticketId, photo: photoId }
  }
  const [good, bad, answered] = [await rate(5, ['510']), await rate(1, ['115']), await rate(2, ['214'])]
  for (const step of ['contact', 'rectify', 'reply'] as const) {
    await client.call('stepOrder', { params: { ratingId: answered.ticketId }, body: { step, text: '已处理' } }, { token: supervisor.token, key: newKey() })
  }
  const rated = good.ticketId
  const served = await serve()
  const [person] = demoPeople
  if (!person) throw new Error('the demo city has no people')
  const filed = { caseNo: (await acceptCase(stack, person, 'residencePermit', served)).caseNo, name: person.name }
  const [ratedCase, unratedCase] = [await acceptCase(stack, person, 'residencePermit', ''), await acceptCase(stack, person, 'residencePermit', '')].map(({ caseNo }) => caseNo) as [string, string]
  await client.call('rateCase', { params: { caseNo: ratedCase }, query: {}, body: { level: 4 } }, { token: citizen.token, key: newKey() })
  const bulletin = endpoints.readBulletin.example.output as unknown as Bulletin
  await createBulletinStore(stack.redis).keep(bulletin)
  await client.call('takeAtDesk', { params: { hallId: 'test' }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
  const { ticketId: called } = await stack.callNext(clerk, 'test', '2')
  const { ticketId: waiting } = await stack.take(citizen, { hallId: 'test', lineId: 'A' })
  // Somebody behind, so that the waiting one may let others go first.
  for (let i = 0; i < 3; i += 1) await client.call('takeAtDesk', { params: { hallId: 'test' }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
  const appointments = await buildAppointments(stack, citizen, stranger)
  const [faced, leaver] = [await people.citizen(4_001), await people.citizen(4_002)]
  const faceCheck = await showFace(stack, faced, 4)
  return {
    ...appointments, parked: await parkMessage(stack.redis), faced, leaver, faceCheck, citizen, stranger, operator, supervisor, chief, clerk, complained: bad.ticketId, replied: answered.ticketId, photos: { rated: good.photo, complained: bad.photo }, ratedCase, unratedCase, bulletinId: bulletin.bulletinId, picture: await aPhoto(), foreignClerk, foreignSupervisor, guarded: await buildGuarded(stack), waiting, rated, served, filed, called,
    screenKey: await people.screenKey('test'), foreignScreenKey: await people.screenKey('other'),
    hallCode: await people.posterCode('test'), presence: await stack.presence('test'),
  }
}

const buildGuarded = async ({ client, redis }: Stack): Promise<World['guarded']> => {
  const [member] = await grantStaff(redis, 1, 'clerk', ['test'])
  if (!member) throw new Error('nobody was made')
  const { enrolmentId, secret } = await client.call('beginSecondFactor', { body: { password: PASSWORD } }, { token: member.token })
  const confirmed = { enrolmentId, otp: codeAt(secret, systemClock()) }
  await client.call('confirmSecondFactor', { body: confirmed }, { token: member.token })
  return { ...member, confirmed }
}

const DAY_MS = 86_400_000
/** So many minutes into the service day that begins in so many days. */
const on = (days: number, minute: number): number => startOfDay(serviceDay(systemClock() + days * DAY_MS)) + minute * 60_000
const dayIn = (days: number): string => serviceDay(systemClock() + days * DAY_MS)
const visitA = { hallId: 'test', lineId: 'A', itemIds: ['residence-permit'] }
const visitB = { hallId: 'test', lineId: 'B', itemIds: ['social-insurance-enrolment'] }

const buildAppointments = async ({ client, people }: Stack, citizen: Citizen, stranger: Citizen): Promise<Pick<World, 'held' | 'booked' | 'expected' | 'wished' | 'person'>> => {
  const hold = async ({ token }: Citizen, visit: typeof visitA, startsAt: number): Promise<string> =>
    (await client.call('holdSlot', { body: { ...visit, startsAt } }, { token, key: newKey() })).appointmentId
  const book = async (who: Citizen, visit: typeof visitA, startsAt: number): Promise<string> => {
    const appointmentId = await hold(who, visit, startsAt)
    await client.call('moveAppointment', { params: { appointmentId }, body: { move: 'confirm' } }, { token: who.token, key: newKey() })
    return appointmentId
  }
  for (const days of [1, 2]) await book(stranger, visitB, on(days, 540))
  const soon = Math.ceil((systemClock() + 60_000) / 300_000) * 300_000
  const child = { kind: 'family', name: '演示孩子', idNumber: '440106201503070016', relation: 'child', consent: true, consentBy: 'guardian' } as const
  return {
    person: (await client.call('addPerson', { body: child }, { token: citizen.token, key: newKey() })).personId,
    held: await hold(citizen, visitA, on(1, 600)), booked: await book(citizen, visitA, on(2, 600)), expected: await book(await people.citizen(3), visitA, soon),
    wished: (await client.call('joinWaitingList', { body: { ...visitB, day: dayIn(1) } }, { token: citizen.token, key: newKey() })).waitingId,
  }
}

export interface ValidCall { readonly parts: Parts; readonly caller: Caller }

/** For every endpoint a call that is right in every field and made by somebody who may make it. */
export const validCalls = (world: World): Record<EndpointName, ValidCall> => {
  const citizen = (): Caller => ({ token: world.citizen.token, key: newKey() })
  const clerk = (): Caller => ({ token: world.clerk.token, key: newKey() })
  const operator = (): Caller => ({ token: world.operator.token, key: newKey() })
  const supervisor = (): Caller => ({ token: world.supervisor.token, key: newKey() })
  const hall = { params: { hallId: 'test' } }
  const window = { params: { hallId: 'test', windowId: '2' } }
  const valid = <N extends EndpointName>(_: N, parts: Sent<N>, caller: Caller = {}): ValidCall => ({ parts: parts as Parts, caller })
  return {
    healthz: valid('healthz', {}),
    readyz: valid('readyz', {}),
    searchHalls: valid('searchHalls', { body: { text: '测试', district: '440106', level: 'district', near: { lat: 23.13, lng: 113.36 }, cursor: 0, limit: 5 } }),
    readHall: valid('readHall', hall),
    readBoard: valid('readBoard', hall),
    listItems: valid('listItems', hall),
    scanCode: valid('scanCode', { body: { code: world.hallCode, place: { lat: 23.13, lng: 113.36 }, expectHallId: 'test' } }),
    readScreenCode: valid('readScreenCode', hall, { screenKey: world.screenKey }),
    readScreenLink: valid('readScreenLink', hall, operator()),
    startSignIn: valid('startSignIn', { body: { state: newKey(), challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' } }),
    createSession: valid('createSession', { body: { channel: 'wechat', code: `demo-1-${newKey()}`, privacy: PRIVACY_VERSION, device: '测试机' } }),
    readSession: valid('readSession', {}, citizen()),
    endSession: valid('endSession', {}, citizen()),
    listDevices: valid('listDevices', {}, citizen()),
    endDevice: valid('endDevice', { params: { deviceId: 'd0h3k9q2m7x5v8b1n4c6d' } }, citizen()),
    endOtherDevices: valid('endOtherDevices', {}, citizen()),
    readRealName: valid('readRealName', {}, citizen()),
    startFaceCheck: valid('startFaceCheck', { body: { name: '演示用户四', idNumber: '990000190001010040', consent: { idNumber: true, face: true } } }, { token: world.faced.token, key: newKey() }),
    finishFaceCheck: valid('finishFaceCheck', { params: { checkId: world.faceCheck } }, { token: world.faced.token }),
    listConsents: valid('listConsents', {}, citizen()),
    withdrawConsent: valid('withdrawConsent', { params: { kind: 'face' } }, citizen()),
    exportMyData: valid('exportMyData', {}, citizen()),
    deleteMyData: valid('deleteMyData', { body: { sure: true } }, { token: world.leaver.token }),
    takeTicket: valid('takeTicket', { body: { hallId: 'test', lineId: 'B', itemId: 'social-insurance-enrolment', priority: 'elder', presence: world.presence } }, citizen()),
    listTickets: valid('listTickets', {}, citizen()),
    readTicket: valid('readTicket', { params: { ticketId: world.waiting }, query: { seen: 7 } }, citizen()),
    moveTicket: valid('moveTicket', { params: { ticketId: world.waiting }, body: { move: 'defer', places: 2 } }, citizen()),
    rateVisit: valid('rateVisit', { params: { ticketId: world.served }, body: { level: 4, tags: ['406', '413'], text: '好' } }, citizen()),
    readRating: valid('readRating', { params: { ticketId: world.rated } }, citizen()),
    rateCase: valid('rateCase', { params: { caseNo: world.unratedCase }, query: { personId: 'self' }, body: { level: 4, tags: ['406'], text: '好', photos: [], anonymous: false } }, citizen()),
    readCaseRating: valid('readCaseRating', { params: { caseNo: world.ratedCase }, query: { personId: 'self' } }, citizen()),
    rateReceipt: valid('rateReceipt', { body: { receipt: { by: 'name', ...world.filed }, rating: { level: 2, tags: ['209'], text: '慢', anonymous: true } } }, { key: newKey() }),
    findRating: valid('findRating', { body: { by: 'name', caseNo: world.ratedCase, name: world.filed.name } }),
    listRatings: valid('listRatings', {}, citizen()),
    changeRating: valid('changeRating', { params: { ratingId: world.rated }, body: { level: 4, tags: ['406'], text: '好', photos: [world.photos.rated], anonymous: true } }, citizen()),
    deleteRating: valid('deleteRating', { params: { ratingId: world.rated } }, citizen()),
    answerRevisit: valid('answerRevisit', { params: { ratingId: world.replied }, body: { satisfied: true, text: '好了' } }, citizen()),
    uploadPhoto: valid('uploadPhoto', { body: world.picture }, citizen()),
    readRatingPhoto: valid('readRatingPhoto', { params: { ratingId: world.rated, photoId: world.photos.rated } }, citizen()),
    readCallLog: valid('readCallLog', { params: { hallId: 'test', day: dayIn(0) }, query: { after: 1 } }),
    listOrders: valid('listOrders', { query: { hallId: 'test', ended: 'false', cursor: 0 } }, supervisor()),
    readOrder: valid('readOrder', { params: { ratingId: world.complained } }, supervisor()),
    stepOrder: valid('stepOrder', { params: { ratingId: world.complained }, body: { step: 'contact', text: '已联系' } }, supervisor()),
    readOrderPhoto: valid('readOrderPhoto', { params: { ratingId: world.complained, photoId: world.photos.complained } }, supervisor()),
    readOverview: valid('readOverview', { query: { scope: 'h.test', day: dayIn(0) } }, supervisor()),
    compareScopes: valid('compareScopes', { query: { scopes: 'city,h.test', from: dayIn(-7), to: dayIn(0) } }, supervisor()),
    listAlerts: valid('listAlerts', {}, supervisor()),
    listBulletins: valid('listBulletins', { query: { kind: 'daily' } }, supervisor()),
    readBulletin: valid('readBulletin', { params: { bulletinId: world.bulletinId } }, supervisor()),
    exportBulletin: valid('exportBulletin', { params: { bulletinId: world.bulletinId } }, supervisor()),
    createStaffSession: valid('createStaffSession', { body: { account: 'nobody-here', password: 'a-wrong-password', otp: '287082' } }),
    readStaffSession: valid('readStaffSession', {}, clerk()),
    endStaffSession: valid('endStaffSession', {}, clerk()),
    beginSecondFactor: valid('beginSecondFactor', { body: { password: PASSWORD, otp: '287082' } }, clerk()),
    confirmSecondFactor: valid('confirmSecondFactor', { body: world.guarded.confirmed }, { token: world.guarded.token, key: newKey() }),
    endSecondFactor: valid('endSecondFactor', { body: { password: PASSWORD, otp: '287082' } }, clerk()),
    changeOwnPassword: valid('changeOwnPassword', { body: { password: PASSWORD, newPassword: 'a-new-password-of-tests' } }, clerk()),
    listStaff: valid('listStaff', {}, operator()),
    createStaff: valid('createStaff', { body: { account: 'clerk-new', role: 'clerk', name: { zh: '演示窗口人员', en: 'Demo clerk' }, halls: ['test'], password: PASSWORD } }, operator()),
    unlockStaff: valid('unlockStaff', { params: { account: world.clerk.account } }, operator()),
    resetSecondFactor: valid('resetSecondFactor', { params: { account: world.clerk.account } }, operator()),
    setStaffPassword: valid('setStaffPassword', { params: { account: world.clerk.account }, body: { password: 'a-new-password-of-tests' } }, operator()),
    removeStaff: valid('removeStaff', { params: { account: world.clerk.account } }, operator()),
    readConsole: valid('readConsole', hall, clerk()),
    setWindow: valid('setWindow', { ...window, body: { state: 'paused' } }, clerk()),
    callNext: valid('callNext', window, clerk()),
    moveStaffTicket: valid('moveStaffTicket', { params: { ticketId: world.called }, body: { move: 'transfer', lineId: 'B' } }, clerk()),
    takeAtDesk: valid('takeAtDesk', { ...hall, body: { lineId: 'A', itemId: 'residence-permit', priority: 'green-lane' } }, clerk()),
    pauseLine: valid('pauseLine', { params: { hallId: 'test', lineId: 'A' }, body: { paused: true } }, operator()),
    listCityItems: valid('listCityItems', {}),
    readGuide: valid('readGuide', { params: { itemId: 'residence-permit' } }),
    searchItems: valid('searchItems', { query: { q: '搬家', limit: 5 } }),
    searchBookable: valid('searchBookable', { body: { itemIds: ['residence-permit'], near: { lat: 23.13, lng: 113.36 }, district: '440106', hallId: 'test', cursor: 0, limit: 5 } }),
    listDays: valid('listDays', { params: { hallId: 'test', lineId: 'A' }, query: { itemIds: 'residence-permit' } }),
    listSlots: valid('listSlots', { params: { hallId: 'test', lineId: 'A', day: dayIn(1) }, query: { itemIds: 'residence-permit' } }),
    holdSlot: valid('holdSlot', { body: { ...visitA, startsAt: on(3, 600), personId: 'self' } }, citizen()),
    listAppointments: valid('listAppointments', {}, citizen()),
    readAppointment: valid('readAppointment', { params: { appointmentId: world.booked } }, citizen()),
    moveAppointment: valid('moveAppointment', { params: { appointmentId: world.held }, body: { move: 'reschedule', startsAt: on(1, 660) } }, citizen()),
    joinWaitingList: valid('joinWaitingList', { body: { ...visitB, day: dayIn(2), from: on(2, 0), until: on(2, 1_440), personId: 'self' } }, citizen()),
    listWaiting: valid('listWaiting', {}, citizen()),
    leaveWaitingList: valid('leaveWaitingList', { params: { waitingId: world.wished } }, citizen()),
    readBook: valid('readBook', { params: { hallId: 'test', day: dayIn(1) } }, clerk()),
    setSlot: valid('setSlot', { params: { hallId: 'test', lineId: 'A', startsAt: String(on(4, 600)) }, body: { closed: true } }, operator()),
    arriveAtDesk: valid('arriveAtDesk', { params: { appointmentId: world.expected } }, clerk()),
    readChallenge: valid('readChallenge', {}, citizen()),
    listCases: valid('listCases', { query: { personId: 'self' } }, citizen()),
    readCase: valid('readCase', { params: { caseNo: world.filed.caseNo }, query: { personId: 'self' } }, citizen()),
    findCase: valid('findCase', { body: { by: 'name', ...world.filed } }),
    readCaseOfTicket: valid('readCaseOfTicket', { params: { ticketId: world.served } }, citizen()),
    listPersons: valid('listPersons', {}, citizen()),
    addPerson: valid('addPerson', { body: { kind: 'family', name: '演示人', idNumber: '11010519491231002X', relation: 'parent', consent: true, consentBy: 'given' } }, citizen()),
    removePerson: valid('removePerson', { params: { personId: world.person } }, citizen()),
    readMessageSettings: valid('readMessageSettings', {}, citizen()),
    changeMessageSettings: valid('changeMessageSettings', { body: { off: ['case'], ahead: 5, quiet: { from: '22:00', until: '07:00' }, cap: 9 } }, citizen()),
    listMessages: valid('listMessages', { query: { before: 1_767_229_200_000 } }, citizen()),
    readMessages: valid('readMessages', { body: { until: 1_767_229_200_000 } }, citizen()),
    listPermits: valid('listPermits', {}, citizen()),
    tellPermits: valid('tellPermits', { body: { answers: [{ templateId: 'demo-template-called', answer: 'accept' }] } }, citizen()),
    planDeparture: valid('planDeparture', { params: { ticketId: world.waiting }, body: { from: { lat: 23.14, lng: 113.3 }, by: 'transit', remind: true } }, citizen()),
    listParked: valid('listParked', {}, operator()),
    replayParked: valid('replayParked', { params: { parkedId: world.parked } }, operator()),
    pauseHall: valid('pauseHall', { ...hall, body: { paused: true } }, operator()),
  }
}
