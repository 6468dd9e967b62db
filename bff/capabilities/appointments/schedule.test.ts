import { clockTime, dateTime, serviceDay } from '@shared/time'
import { Schedule, type Bookable } from './schedule'
import { at, bookingHall, hallsOf } from '../../../tests/support/bookingHalls'

const bookable = (...given: Parameters<typeof bookingHall>) => {
  const hall = bookingHall(...given)
  const [line] = hall.lines
  const schedule = new Schedule(hallsOf(hall))
  return { schedule, one: { hall, line: line!, rule: line!.booking! } satisfies Bookable }
}
/** The days told, the last with its release. */
const told = ({ schedule, one }: ReturnType<typeof bookable>, now: string) => schedule.days(one, at(now))
  .map(({ dayStart, releasesAt }) => `${serviceDay(dayStart)}${releasesAt === null ? '' : ` at ${dateTime(releasesAt)}`}`)

describe('the days that can be booked', () => {
  test('five working days ahead are open, the next is released at half past eight, to the millisecond', () => {
    const line = bookable()
    const before = ['20260302', '20260303', '20260304', '20260305', '20260306', '20260309 at 2026-03-02 08:30']
    const after = ['20260302', '20260303', '20260304', '20260305', '20260306', '20260309', '20260310 at 2026-03-03 08:30']
    expect(told(line, '2026-03-02 08:29')).toEqual(before)
    expect(told(line, '2026-03-02 08:30')).toEqual(after)
    const release = at('2026-03-02 08:30')
    const monday = at('2026-03-09 00:00')
    expect([line.schedule.isReleased(line.one, monday, release - 1), line.schedule.isReleased(line.one, monday, release)]).toEqual([false, true])
  })

  test('a weekend releases nothing and takes nothing back', () => {
    expect(told(bookable(), '2026-03-07 12:00')).toEqual(['20260309', '20260310', '20260311', '20260312', '20260313', '20260316 at 2026-03-09 08:30'])
  })

  test('holidays are no days, and a working weekend is one', () => {
    expect(told(bookable(), '2026-09-30 09:00')).toEqual(['20260930', '20261008', '20261009', '20261010', '20261012', '20261013', '20261014 at 2026-10-08 08:30'])
  })

  test('a line’s own closed dates and hours hold for it alone', () => {
    const line = bookable({ closedDates: ['2026-03-03'], hours: [[], [['13:00', '14:00']], [['13:00', '14:00']], [], [['13:00', '14:00']], [], []], horizonDays: 2 })
    expect(told(line, '2026-03-02 09:00')).toEqual(['20260302', '20260305', '20260309', '20260310 at 2026-03-05 08:30'])
    expect(line.schedule.lineOn(line.one, at('2026-03-05 00:00'), at('2026-03-02 09:00'))?.slots).toEqual([780, 810])
  })
})

describe('the slots of a day', () => {
  test('fill the hours, none over midday, none past the end', () => {
    const { schedule, one } = bookable({ slotMinutes: 50 })
    const line = schedule.lineOn(one, at('2026-03-02 00:00'), at('2026-03-01 09:00'))
    expect(line?.slots.map((minute) => clockTime(line.dayStart + minute * 60_000))).toEqual(['09:00', '09:50', '10:40', '13:00', '13:50', '14:40', '15:30'])
    expect(line).toMatchObject({ day: '20260302', capacity: 4, earliest: 0 })
  })
  test('may be booked until the lead time before them', () => {
    const { schedule, one } = bookable({ leadMinutes: 60 })
    expect(schedule.lineOn(one, at('2026-03-02 00:00'), at('2026-03-02 09:31'))?.earliest).toBe(9 * 60 + 31 + 60)
  })
  test('there are none on a day off', () => {
    const { schedule, one } = bookable()
    expect(schedule.lineOn(one, at('2026-03-01 00:00'), at('2026-03-01 00:00'))).toBeNull()
  })
})
