import { appointmentStates } from '@shared/appointmentStates'
import { someItems } from '../builders'
import { aBook, aSlot, at, aVisit } from './builders'
import { findVisits, isDue, isInSlot, maySet, placesOf, slotCells, visitRows, withVisit, type LineBook } from './view'

const lineOf = (more: Partial<LineBook> = {}): LineBook => aBook(more).lines[0]!
const rows = (...visits: ReturnType<typeof aVisit>[]) => visitRows(lineOf({ visits }), someItems, at(9, 50))

test('a slot is past, closed, full or free', () => {
  const cells = slotCells(lineOf(), at(9, 50))
  expect(cells.map(({ time, face }) => [time, face])).toEqual([['09:00', 'over'], ['10:00', 'free'], ['11:00', 'full'], ['14:00', 'closed']])
  expect(slotCells(lineOf(), at(9, 29))[0]?.face).toBe('free')
  expect(placesOf(lineOf())).toEqual({ taken: 6, capacity: 12 })
})

test('a slot that has begun is neither closed nor opened', () => {
  expect([maySet(aSlot(10), at(9, 59)), maySet(aSlot(10), at(10))]).toEqual([true, false])
})

test('visits stand by the hour, with the names of what they are for', () => {
  const found = rows(aVisit({ code: 'BBBBBB', startsAt: at(11) }), aVisit({ itemIds: ['residence-permit', 'unheard-of'] }))
  expect(found.map(({ code }) => code)).toEqual(['1N4C6D', 'BBBBBB'])
  expect(found[0]?.items.map(({ en }) => en)).toEqual(['Residence permit', 'unheard-of'])
})

test('who is booked today may arrive, and who arrived without a number is given it', () => {
  const refusals = appointmentStates.map((state) => rows(aVisit({ state, ticketId: state === 'arrived' ? 'tianhe.1h3k9q2m7x5v8b1n4c6d' : null }))[0]?.refusal)
  expect(refusals).toEqual(['held', null, 'arrived', 'cancelled', 'lapsed', 'missed'])
  expect(rows(aVisit({ state: 'arrived' }))[0]).toMatchObject({ refusal: null })
  expect(visitRows(lineOf(), someItems, at(9, 50) - 86_400_000)[0]?.refusal).toBe('other-day')
})

test('the desk expects whoever is booked, not whoever has come or cancelled', () => {
  expect(rows(aVisit(), aVisit({ state: 'arrived', ticketId: 'tianhe.1h3k9q2m7x5v8b1n4c6d' }), aVisit({ state: 'cancelled' })).filter(isDue)).toHaveLength(1)
})

test('a visit of two slots is in both, a cancelled one in neither', () => {
  const long = aVisit({ startsAt: at(10), endsAt: at(11, 30) })
  expect([aSlot(9), aSlot(10), aSlot(11), aSlot(14)].map((slot) => isInSlot(long, slot))).toEqual([false, true, true, false])
  expect(isInSlot({ ...long, state: 'cancelled' }, aSlot(10))).toBe(false)
})

test('a code is found as people write it: small, spaced, wide, O for 0 and L for 1', () => {
  const visits = rows(aVisit(), aVisit({ code: '0AB1CD', personName: '李*' }))
  const codes = (text: string): string[] => findVisits(visits, text).map(({ code }) => code)
  expect(['1n4c6d', ' 1N4 C6D ', '１Ｎ４Ｃ６Ｄ', 'ln4c6d', '1n4'].map(codes)).toEqual([['1N4C6D'], ['1N4C6D'], ['1N4C6D'], ['1N4C6D'], ['1N4C6D']])
  expect(codes('OABICD')).toEqual(['0AB1CD'])
  expect(codes('李')).toEqual(['0AB1CD'])
  expect([codes('zzz'), codes(' ')]).toEqual([[], []])
})

test('of two codes that are heard the same, the one written exactly is meant', () => {
  const visits = rows(aVisit({ code: 'AAAAA0' }), aVisit({ code: 'AAAAAO' }))
  expect(findVisits(visits, 'aaaaao').map(({ code }) => code)).toEqual(['AAAAAO'])
})

test('an arrival shows at once', () => {
  const arrived = aVisit({ state: 'arrived', ticketId: 'tianhe.1h3k9q2m7x5v8b1n4c6d' })
  expect(withVisit(aBook(), arrived).lines[0]?.visits).toEqual([arrived])
})
