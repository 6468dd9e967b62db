import { ContractError } from '@shared/errors'
import type { About, Notice } from './capabilities/notifications/port'
import type { TicketPosition } from './capabilities/queue/port'
import { truthsOf, type TruthParts } from './wiringMessageTruths'

const NOW = Date.parse('2026-01-05T10:00:00+08:00')
const names = { hall: { zh: '厅', en: 'Hall' }, window: { zh: '1号窗口', en: 'Window 1' } }
const noticeOf = (about: About): Notice => ({ noticeId: 'n1', citizenId: 'joined', at: NOW, dueAt: null, validUntil: NOW + 60_000, about })
const unfollowed: string[] = []
const holds = (about: About, more: Partial<TruthParts> = {}) => truthsOf({
  directory: { find: () => ({}) as ReturnType<TruthParts['directory']['find']> }, queueOf: () => ({ read: async () => { throw new ContractError('TICKET_NOT_FOUND') } }),
  readAppointment: async () => { throw new ContractError('APPOINTMENT_NOT_FOUND') }, exists: async () => true, citizenOf: async (account) => `person of ${account}`,
  realNameOf: async () => null, findEnterprise: async () => { throw new ContractError('PERSON_NOT_FOUND') }, clock: () => NOW,
  unfollow: async (...of) => { unfollowed.push(of.join(' ')) }, ...more,
}).holds(noticeOf(about))

beforeEach(() => { unfollowed.length = 0 })

describe('a call', () => {
  const call: About = { kind: 'called', ticketId: 'test.1', number: 'A001', again: false, windowId: '1', calledAt: NOW, ...names }
  const ticket = (more: Partial<TicketPosition['ticket']>): Partial<TruthParts> =>
    ({ queueOf: () => ({ read: async () => ({ ticket: { state: 'called', windowId: '1', calledAt: NOW, ...more } }) as TicketPosition }) })
  it.each([
    ['is told while it is the last one', {}, true],
    ['is not told after another window called', { windowId: '2', calledAt: NOW + 1_000 }, false],
    ['is not told after it was called again, which is told by itself', { calledAt: NOW + 1_000 }, false],
    ['is not told once it is over', { state: 'serving' as const }, false],
    ['is told by its window where a system does not say when it called', { calledAt: null }, true],
  ])('%s', async (_, more, so) => {
    expect(await holds(call, ticket(more))).toBe(so)
  })
})

describe('what becomes of a case', () => {
  const of = (personId: string): About => ({ kind: 'case', caseNo: '1', personId, item: names.hall, change: 'issued' })
  it('is told to who has a confirmed name, as their person has it, and to who may act for the enterprise', async () => {
    const asked: string[] = []
    expect(await holds(of('self'), { realNameOf: async (citizenId) => { asked.push(citizenId); return {} } })).toBe(true)
    expect(await holds(of('e1'), { findEnterprise: async (...who) => { asked.push(who.join(' ')); return {} } })).toBe(true)
    expect([asked, unfollowed]).toEqual([['person of joined', 'person of joined e1'], []])
  })
  it.each([
    ['whose consent to the name was taken back', 'self', {}], ['whose agency ended', 'e1', {}],
    ['whose agency no longer holds cases', 'e1', { findEnterprise: async () => { throw new ContractError('NOT_GRANTED') } }],
    ['who is there no more', 'self', { exists: async () => false, realNameOf: async () => ({}) }],
  ])('is not told, now or later, to somebody %s', async (_, personId, more) => {
    expect([await holds(of(personId), more), unfollowed]).toEqual([false, [`1 joined ${personId}`]])
  })
  it('is asked again later when nobody can say', async () => {
    await expect(holds(of('e1'), { findEnterprise: async () => { throw new ContractError('UNAVAILABLE') } })).rejects.toThrow('UNAVAILABLE')
    expect(unfollowed).toEqual([])
  })
})
