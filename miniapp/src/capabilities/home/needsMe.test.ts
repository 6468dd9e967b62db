import type { Ticket } from '@shared/queue'
import { aTicket } from './builders'
import { freshFor, homePace, needsMe, visitToRate } from './needsMe'

const all = (...tickets: Ticket[]) => ({ tickets, missing: [] })
const at = 1_767_229_200_000
const waiting = aTicket({ ahead: 12 })
const near = aTicket({ ahead: 2, number: 'B002', nextPollSeconds: 5 })
const called = aTicket({ state: 'called', ahead: null, number: 'C001' })
const missed = aTicket({ state: 'missed', ahead: null, returnBefore: at + 60_000, number: 'D001' })
const gone = aTicket({ state: 'missed', ahead: null, returnBefore: null })
const finished = aTicket({ state: 'finished', ahead: null, endedAt: at - 1000, number: 'E001' })

test('being called comes before all else, then a number that can still come back, then the nearest turn', () => {
  expect(needsMe([waiting, finished, missed, near, called], 0)).toMatchObject({ first: { kind: 'called' }, others: 3 })
  expect(needsMe([waiting, missed, near], 0)).toMatchObject({ first: { kind: 'missed' }, others: 2 })
  expect(needsMe([waiting, near], 0)).toMatchObject({ first: { kind: 'waiting', ahead: 2 }, others: 1 })
})

test('a visit to rate is offered only when nothing is live', () => {
  expect(needsMe([finished, waiting], 0).first?.kind).toBe('waiting')
  expect(needsMe([finished], 0)).toMatchObject({ first: { kind: 'rate' }, others: 0 })
  expect(needsMe([{ ...finished, rated: true }], 0).first).toBeNull()
})

test('that the day ended before one’s turn is told of the number taken last, after all else', () => {
  const expired = aTicket({ state: 'expired', ahead: null, number: 'G001' })
  expect(needsMe([expired], 0)).toMatchObject({ first: { kind: 'ended' }, others: 0 })
  expect(needsMe([expired, waiting], 0)).toMatchObject({ first: { kind: 'waiting' }, others: 0 })
  expect(needsMe([{ ...finished, rated: true }, expired], 0)).toEqual({ first: null, others: 0 })
})

test('a missed number past its time needs nothing any more', () => {
  expect(needsMe([gone, { ...missed, returnBefore: at - 1 }], 0)).toEqual({ first: null, others: 0 })
})

test('the time to come back runs by the server’s clock, whatever the phone’s says', () => {
  const heard = { ...missed, asOf: at }
  expect(needsMe([heard], 59_000).first?.kind).toBe('missed')
  expect(needsMe([heard], 61_000).first).toBeNull()
})

test('the visit to rate is the latest one not rated', () => {
  const later = aTicket({ state: 'finished', endedAt: at, number: 'F001' })
  expect(visitToRate([finished, later])?.number).toBe('F001')
  expect(visitToRate([{ ...later, rated: true }, finished])?.number).toBe('E001')
  expect(visitToRate([waiting])).toBeNull()
})

test('home asks as often as the soonest ticket wants, and once a minute without one', () => {
  expect(homePace(all(waiting, near))).toBe(5)
  expect(homePace(all(finished))).toBe(60)
  expect(homePace(null)).toBe(60)
  expect(homePace({ tickets: [finished], missing: [{}] })).toBe(10)
})

test('what was heard is old once the pace and a little more have passed', () => {
  expect(freshFor(all(waiting, near))).toBe(20_000)
})
