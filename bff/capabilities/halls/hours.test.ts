import { dateTime, minuteOfDay, serviceDay, startOfDay, weekday } from '@shared/time'
import fc from 'fast-check'
import { aHall } from '../../../tests/support/halls'
import { holds } from '../../../tests/support/property'
import { afterOpenMinutes, hoursAt } from './hours'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
/** Asia/Shanghai. 2026-03-02 is a Monday. */
const at = (text: string): number => startOfDay(text.slice(0, 10).replaceAll('-', '')) + (Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))) * MINUTE
const told = (instant: number | null): string | null => (instant === null ? null : dateTime(instant))
const office = aHall({ weeklyHours: undefined, closedDates: ['2026-03-06'] })

describe('a hall with office hours', () => {
  test.each([
    ['in the morning', '2026-03-02 10:00', true, null, '2026-03-02 12:00', '2026-03-02 17:00'],
    ['at the first minute', '2026-03-02 09:00', true, null, '2026-03-02 12:00', '2026-03-02 17:00'],
    ['over lunch', '2026-03-02 12:00', false, '2026-03-02 13:00', null, '2026-03-02 17:00'],
    ['at the last minute of the day', '2026-03-02 17:00', false, '2026-03-03 09:00', null, '2026-03-02 17:00'],
    ['before a closed Friday', '2026-03-05 18:00', false, '2026-03-09 09:00', null, '2026-03-05 17:00'],
    ['on a closed date', '2026-03-06 10:00', false, '2026-03-09 09:00', null, null],
    ['on Sunday', '2026-03-08 10:00', false, '2026-03-09 09:00', null, null],
  ])('%s', (_, now, open, opensAt, closesAt, expiresAt) => {
    const hours = hoursAt(office, at(now))
    expect({ open: hours.open, opensAt: told(hours.opensAt), closesAt: told(hours.closesAt), expiresAt: told(hours.expiresAt) })
      .toEqual({ open, opensAt, closesAt, expiresAt })
  })
})

test('a hall open around the clock closes its service day at midnight and is open on both sides of it', () => {
  const hall = aHall()
  const midnight = at('2026-03-03 00:00')
  expect(hoursAt(hall, midnight - 1)).toEqual({ open: true, opensAt: null, closesAt: midnight, expiresAt: midnight })
  expect(hoursAt(hall, midnight)).toMatchObject({ open: true, closesAt: midnight + DAY })
})

test('waiting tickets expire after the grace, and never after the service day', () => {
  const now = at('2026-03-02 10:00')
  expect(told(hoursAt({ ...office, expireAfterClosingMinutes: 45 }, now).expiresAt)).toBe('2026-03-02 17:45')
  expect(told(hoursAt(aHall({ expireAfterClosingMinutes: 45 }), now).expiresAt)).toBe('2026-03-03 00:00')
})

test('a hall that never opens within a week says so', () => {
  const never = aHall({ weeklyHours: [[], [], [], [], [], [], []] })
  expect(hoursAt(never, at('2026-03-02 10:00'))).toEqual({ open: false, opensAt: null, closesAt: null, expiresAt: null })
})

test('an opening more than two weeks away is not told', () => {
  const mondays = aHall({ weeklyHours: [[], [['09:00', '12:00']], [], [], [], [], []], closedDates: ['2026-03-02', '2026-03-09'] })
  expect(told(hoursAt(mondays, at('2026-03-02 08:59')).opensAt)).toBeNull()
  expect(told(hoursAt(mondays, at('2026-03-02 09:00')).opensAt)).toBe('2026-03-16 09:00')
})

describe('the statutory calendar', () => {
  const usual = aHall({ weeklyHours: undefined, calendar: 'statutory' })
  test.each([
    ['on New Year’s Day, a Thursday', '2026-01-01 10:00', false], ['on the working Sunday after it', '2026-01-04 10:00', true],
    ['in the Spring Festival', '2026-02-18 10:00', false], ['on a working Saturday, at midday', '2026-02-28 12:30', false],
    ['on National Day', '2026-10-01 10:00', false], ['on the working Saturday after it', '2026-10-10 10:00', true], ['on an ordinary Sunday', '2026-03-08 10:00', false],
  ])('an office %s', (_, now, open) => { expect(hoursAt(usual, at(now)).open).toBe(open) })

  test('the longest holiday still tells when the hall opens again', () => {
    expect(told(hoursAt(usual, at('2026-02-14 18:00')).opensAt)).toBe('2026-02-24 09:00')
  })
  test('a date named closed stays closed on a working weekend, and a hall without calendar keeps its week', () => {
    expect(hoursAt({ ...usual, closedDates: ['2026-10-10'] }, at('2026-10-10 10:00')).open).toBe(false)
    expect(hoursAt({ ...usual, calendar: 'none' }, at('2026-10-01 10:00')).open).toBe(true)
  })
})

describe('opening minutes still to come', () => {
  test.each([
    ['within the stretch', '2026-03-02 10:00', 30, '2026-03-02 10:30'], ['over midday', '2026-03-02 11:50', 30, '2026-03-02 13:20'],
    ['asked at midday', '2026-03-02 12:30', 30, '2026-03-02 13:30'], ['to the last minute', '2026-03-02 16:30', 30, '2026-03-02 17:00'],
    ['past the day', '2026-03-02 16:40', 30, null],
  ])('%s', (_, now, minutes, until) => { expect(told(afterOpenMinutes(office, at(now), minutes))).toBe(until) })
})

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const anyDay = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 }).map((times): [string, string][] => {
  const sorted = times.sort((a, b) => a - b)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => [clock(sorted[2 * i] as number), clock(sorted[2 * i + 1] as number)])
})
const closedDay = fc.integer({ min: 0, max: 9 }).map((day) => dateTime(at('2026-03-01 00:00') + day * DAY).slice(0, 10))
const anyHall = fc.record({ week: fc.array(anyDay, { minLength: 7, maxLength: 7 }), closed: fc.uniqueArray(closedDay, { maxLength: 4 }) })
  .map(({ week, closed }) => aHall({ weeklyHours: week, closedDates: closed }))
const anyNow = fc.integer({ min: at('2026-03-01 00:00'), max: at('2026-03-08 23:59') })
type AnyHall = ReturnType<typeof aHall>

/** Told apart from the code under test: looks a single minute up. */
const isOpen = (hall: AnyHall, instant: number): boolean =>
  !hall.closedDates.includes(dateTime(instant).slice(0, 10))
  && (hall.weeklyHours[weekday(instant)] ?? []).some(([from, until]) => clock(minuteOfDay(instant)) >= from && clock(minuteOfDay(instant)) < until)

describe('whatever the hours', () => {
  test('a hall is open exactly in its stretches', () => holds(fc.property(anyHall, anyNow, (hall, now) => {
    expect(hoursAt(hall, now).open).toBe(isOpen(hall, now))
  }), 500))

  test('an open hall stays open until it closes; a closed one opens when it says and not before', () => holds(fc.property(anyHall, anyNow, (hall, now) => {
    const { open, opensAt, closesAt } = hoursAt(hall, now)
    const turns = open ? closesAt : opensAt
    expect(open ? opensAt : closesAt).toBeNull()
    const end = turns ?? now + 14 * DAY
    for (let minute = now; minute < end; minute += MINUTE) if (isOpen(hall, minute) !== open) throw new Error(`turns early, at ${dateTime(minute)}`)
    if (turns === null) return
    expect(turns).toBeGreaterThan(now)
    expect(turns).toBeLessThanOrEqual(now + 14 * DAY)
    expect(isOpen(hall, turns - 1)).toBe(open)
    // At midnight a stretch ends that the next day may take up again.
    if (minuteOfDay(turns) !== 0) expect(isOpen(hall, turns)).toBe(!open)
  }), 40))

  test('the day ends after its last open minute', () => holds(fc.property(anyHall, anyNow, (hall, now) => {
    const { expiresAt } = hoursAt(hall, now)
    const start = startOfDay(serviceDay(now))
    let last: number | null = null
    for (let minute = start; minute < start + DAY; minute += MINUTE) if (isOpen(hall, minute)) last = minute
    expect(expiresAt).toBe(last === null ? null : last + MINUTE)
  }), 100))
})
