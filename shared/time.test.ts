import fc from 'fast-check'
import { holds } from '../tests/support/property'
import { clockTime, dateTime, minuteOfDay, serviceDay, startOfDay, weekday } from './time'

const DAY_MS = 86_400_000
const anyInstant = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) })

/** The zone database’s own answer. */
const shanghai = (at: number): Record<string, string> =>
  Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', weekday: 'short', hourCycle: 'h23',
  }).formatToParts(at).map(({ type, value }) => [type, value]))

describe('the halls’ time', () => {
  test('is Asia/Shanghai’s, at every instant since 1992', () => holds(fc.property(anyInstant, (at) => {
    const { year, month, day, hour, minute, weekday: name } = shanghai(at)
    expect(serviceDay(at)).toBe(`${year}${month}${day}`)
    expect(clockTime(at)).toBe(`${hour}:${minute}`)
    expect(dateTime(at)).toBe(`${year}-${month}-${day} ${hour}:${minute}`)
    expect(minuteOfDay(at)).toBe(Number(hour) * 60 + Number(minute))
    expect(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday(at)]).toBe(name)
  })))

  test('a service day begins at midnight and holds all its instants', () => holds(fc.property(anyInstant, (at) => {
    const start = startOfDay(serviceDay(at))
    expect(start).toBeLessThanOrEqual(at)
    expect(at).toBeLessThan(start + DAY_MS)
    expect(clockTime(start)).toBe('00:00')
    expect(serviceDay(start - 1)).not.toBe(serviceDay(start))
  })))

  test('changes its day at 16:00 UTC', () => {
    expect(serviceDay(Date.UTC(2026, 0, 1, 15, 59, 59, 999))).toBe('20260101')
    expect(serviceDay(Date.UTC(2026, 0, 1, 16))).toBe('20260102')
  })
})
