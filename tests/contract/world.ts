import type { EndpointName } from '@shared/endpoints'
import type { Caller, Parts, Sent } from '../support/client'
import { newKey, type Citizen, type Member } from '../support/people'
import type { Stack } from '../support/stack'

/** A hall with some life in it, and everybody who may call. */
export interface World {
  readonly citizen: Citizen
  readonly stranger: Citizen
  readonly operator: Member
  readonly supervisor: Member
  readonly clerk: Member
  /** A clerk and a supervisor of the other hall. */
  readonly foreignClerk: Member
  readonly foreignSupervisor: Member
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
}

export const buildWorld = async (stack: Stack): Promise<World> => {
  const { people, client } = stack
  const [citizen, stranger] = await Promise.all([people.citizen(1), people.citizen(2)])
  const operator = await people.operator()
  const [supervisor, clerk, foreignClerk, foreignSupervisor] = await Promise.all([
    people.staff('supervisor', ['test']), people.staff('clerk', ['test']), people.staff('clerk', ['other']), people.staff('supervisor', ['other']),
  ])
  await stack.openWindow(clerk, 'test', '2')
  const serve = async (): Promise<string> => {
    const { ticketId } = await stack.take(citizen, { hallId: 'test', lineId: 'B' })
    await stack.callNext(clerk, 'test', '2')
    await stack.move(clerk, ticketId, { move: 'start' })
    await stack.move(clerk, ticketId, { move: 'finish' })
    return ticketId
  }
  const rated = await serve()
  await client.call('rateVisit', { params: { ticketId: rated }, body: { level: 5, tags: ['510'] } }, { token: citizen.token, key: newKey() })
  const served = await serve()
  await client.call('takeAtDesk', { params: { hallId: 'test' }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
  const { ticketId: called } = await stack.callNext(clerk, 'test', '2')
  const { ticketId: waiting } = await stack.take(citizen, { hallId: 'test', lineId: 'A' })
  // Somebody behind, so that the waiting one may let others go first.
  for (let i = 0; i < 3; i += 1) await client.call('takeAtDesk', { params: { hallId: 'test' }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
  return {
    citizen, stranger, operator, supervisor, clerk, foreignClerk, foreignSupervisor, waiting, rated, served, called,
    screenKey: await people.screenKey('test'), foreignScreenKey: await people.screenKey('other'),
    hallCode: await people.posterCode('test'), presence: await stack.presence('test'),
  }
}

export interface ValidCall { readonly parts: Parts; readonly caller: Caller }

/** For every endpoint a call that is right in every field and made by somebody who may make it. */
export const validCalls = (world: World): Record<EndpointName, ValidCall> => {
  const citizen = (): Caller => ({ token: world.citizen.token, key: newKey() })
  const clerk = (): Caller => ({ token: world.clerk.token, key: newKey() })
  const operator = (): Caller => ({ token: world.operator.token, key: newKey() })
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
    startSignIn: valid('startSignIn', { body: { state: newKey() } }),
    createSession: valid('createSession', { body: { channel: 'wechat', code: `demo-1-${newKey()}` } }),
    readSession: valid('readSession', {}, citizen()),
    endSession: valid('endSession', {}, citizen()),
    takeTicket: valid('takeTicket', { body: { hallId: 'test', lineId: 'B', itemId: 'social-insurance-enrolment', priority: 'elder', presence: world.presence } }, citizen()),
    listTickets: valid('listTickets', {}, citizen()),
    readTicket: valid('readTicket', { params: { ticketId: world.waiting }, query: { seenAt: 1_767_229_180_000 } }, citizen()),
    moveTicket: valid('moveTicket', { params: { ticketId: world.waiting }, body: { move: 'defer', places: 2 } }, citizen()),
    rateVisit: valid('rateVisit', { params: { ticketId: world.served }, body: { level: 4, tags: ['406', '413'], text: '好' } }, citizen()),
    readRating: valid('readRating', { params: { ticketId: world.rated } }, citizen()),
    createStaffSession: valid('createStaffSession', { body: { account: 'nobody-here', password: 'a-wrong-password' } }),
    readStaffSession: valid('readStaffSession', {}, clerk()),
    endStaffSession: valid('endStaffSession', {}, clerk()),
    listStaff: valid('listStaff', {}, operator()),
    createStaff: valid('createStaff', { body: { account: 'clerk-new', role: 'clerk', name: { zh: '演示窗口人员', en: 'Demo clerk' }, halls: ['test'], password: 'a-password-of-tests' } }, operator()),
    unlockStaff: valid('unlockStaff', { params: { account: world.clerk.account } }, operator()),
    readConsole: valid('readConsole', hall, clerk()),
    setWindow: valid('setWindow', { ...window, body: { state: 'paused' } }, clerk()),
    callNext: valid('callNext', window, clerk()),
    moveStaffTicket: valid('moveStaffTicket', { params: { ticketId: world.called }, body: { move: 'transfer', lineId: 'B' } }, clerk()),
    takeAtDesk: valid('takeAtDesk', { ...hall, body: { lineId: 'A', itemId: 'residence-permit', priority: 'green-lane' } }, clerk()),
    pauseLine: valid('pauseLine', { params: { hallId: 'test', lineId: 'A' }, body: { paused: true } }, operator()),
    pauseHall: valid('pauseHall', { ...hall, body: { paused: true } }, operator()),
  }
}
