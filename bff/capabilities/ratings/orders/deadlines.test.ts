import { createWorkCalendar } from '../../../platform/workCalendar'
import { dateTime } from '@shared/time'
import { endOfWorkingDay, workingDaysLeft } from './deadlines'

const works = createWorkCalendar()
/** An hour of the day in Asia/Shanghai. */
const at = (day: string, hour = 10): number => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)

describe('the deadlines of work orders', () => {
  it.each([
    ['2026-01-05', 1, '2026-01-06 23:59'], ['2026-01-09', 1, '2026-01-12 23:59'], ['2026-01-05', 15, '2026-01-26 23:59'],
    // 15 to 23 February are off, the 14th and the 28th are worked.
    ['2026-02-13', 1, '2026-02-14 23:59'], ['2026-02-14', 1, '2026-02-24 23:59'], ['2026-02-14', 5, '2026-02-28 23:59'],
  ])('%s and %s working days is %s', (from, days, until) => {
    expect(dateTime(endOfWorkingDay(at(from), days, works))).toBe(until)
  })

  it('begin anew at midnight in Guangzhou, not before', () => {
    expect(dateTime(endOfWorkingDay(at('2026-01-05', 23), 1, works))).toBe('2026-01-06 23:59')
    expect(dateTime(endOfWorkingDay(at('2026-01-06', 0), 1, works))).toBe('2026-01-07 23:59')
  })

  it('are told in working days: none on the day itself, less than none once it has passed', () => {
    const due = endOfWorkingDay(at('2026-01-08'), 2, works)
    expect(['2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12', '2026-01-13', '2026-01-15'].map((day) => workingDaysLeft(at(day), due, works))).toEqual([2, 1, 1, 1, 0, -1, -3])
  })

  it('are late by a day at least once they have passed, on a free day too', () => {
    const due = endOfWorkingDay(at('2026-01-08'), 1, works)
    expect(workingDaysLeft(at('2026-01-10'), due, works)).toBe(-1)
  })
})
