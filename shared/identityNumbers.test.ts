import fc from 'fast-check'
import { holds } from '../tests/support/property'
import { ageOn, birthDayOf, isCreditCode, isIdNumber, isRealDay, tidyNumber } from './identityNumbers'
import { consentsAt, isAuthorisationEnd } from './personRules'

/** The examples that GB 11643 prints. */
const idNumbers = ['11010519491231002X', '440524188001010014']
/** The city's department of the domain handbook, and the example that GB 32100 is commonly shown with. */
const creditCodes = ['11440100007482575H', '91350100M000100Y43']
const others = (text: string, alphabet: string, at: number): string[] =>
  [...alphabet].filter((letter) => letter !== text[at]).map((letter) => text.slice(0, at) + letter + text.slice(at + 1))

describe('an ID number', () => {
  test.each(idNumbers)('%s is one, and no other with a digit changed', (text) => {
    expect(isIdNumber(text)).toBe(true)
    for (let at = 0; at < 18; at += 1) for (const slip of others(text, at === 17 ? '0123456789X' : '0123456789', at)) expect([slip, isIdNumber(slip)]).toEqual([slip, false])
  })

  test.each(['', '110105491231002', '11010519491231002x', '11010519491231002', '11010519491231002XX', '1101051949123100 X', '01010519491231002X', '11010519490231002X'])('%j is none', (text) => {
    expect(isIdNumber(text)).toBe(false)
  })

  test('with a day that no calendar has is none, whatever its check', () => {
    const made = Array.from('0123456789X', (check) => `44010620230229001${check}`)
    expect(made.filter(isIdNumber)).toEqual([])
    expect(Array.from('0123456789X', (check) => `44010620240229001${check}`).filter(isIdNumber)).toHaveLength(1)
  })

  test('holds the day of birth', () => { expect(birthDayOf('11010519491231002X')).toBe('19491231') })
})

describe('a credit code', () => {
  test.each(creditCodes)('%s is one, and no other with a letter changed', (text) => {
    expect(isCreditCode(text)).toBe(true)
    for (let at = 0; at < 18; at += 1) for (const slip of others(text, '0123456789ABCDEFGHJKLMNPQRTUWXY', at)) expect([slip, isCreditCode(slip)]).toEqual([slip, false])
  })

  test.each(['', '11440100007482575h', '1144010000748257', '11440100007482575I', '1144010000748257OH', '1144O100007482575H', '11440100007482575HH'])('%j is none', (text) => {
    expect(isCreditCode(text)).toBe(false)
  })
})

test('numbers are tidied as people write them', () => {
  expect(tidyNumber(' 110105 19491231 002x ')).toBe('11010519491231002X')
  expect(tidyNumber('１１０１０５-1949-1231-002ｘ')).toBe('11010519491231002X')
})

test('a day stands in the calendar just when it comes back the same', () => holds(fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (number) => {
  const day = String(number)
  const iso = new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`)
  expect(isRealDay(day)).toBe(!Number.isNaN(iso.getTime()) && iso.toISOString().slice(0, 10).replaceAll('-', '') === day)
})))

test.each([['20080105', '20260104', 17], ['20080105', '20260105', 18], ['20080229', '20260228', 17], ['20260105', '20260105', 0], ['20260106', '20260105', -1]])('born %s is on %s %i', (birthDay, day, age) => {
  expect(ageOn(birthDay, day)).toBe(age)
})

test('who consents follows from the age', () => {
  expect([0, 13, 14, 17, 18, 90].map(consentsAt)).toEqual([['guardian'], ['guardian'], ['guardian', 'given'], ['guardian', 'given'], ['given'], ['given']])
})

test('an authorisation ends after today and within a year', () => {
  expect(['20260105', '20260106', '20270105', '20270106', '20251231'].map((until) => isAuthorisationEnd(until, '20260105'))).toEqual([false, true, true, false, false])
  expect(isAuthorisationEnd('20290228', '20280229')).toBe(true)
  expect(isAuthorisationEnd('20290301', '20280229')).toBe(false)
})
