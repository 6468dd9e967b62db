import fc from 'fast-check'
import { serviceDay, startOfDay } from '@shared/time'
import { holds } from '../../../tests/support/property'
import { createWorkCalendar } from '../../platform/workCalendar'
import { promiseOf } from './deadline'
import type { StopRecord } from './port'

const isWorkingDay = createWorkCalendar()
const promise = (startedOn: string | null, days: number, today: string, ...stops: readonly StopRecord[]) =>
  promiseOf({ startedOn, limit: { promisedDays: days, statutoryDays: 60 }, stops }, today, isWorkingDay)
const stop = (from: string, until: string | null): StopRecord => ({ reason: 'inspection', from, until, note: '现场核查' })

describe('days that are worked in 2026', () => {
  it.each(['20260101', '20260103', '20260215', '20260223', '20260404', '20260406', '20260501', '20260505', '20260619', '20260621', '20260925', '20260927'])('%s is off', (day) => {
    expect(isWorkingDay(day)).toBe(false)
  })
  it.each(['20260104', '20260214', '20260228', '20260509', '20260224', '20260105'])('%s is worked', (day) => { expect(isWorkingDay(day)).toBe(true) })
})

describe('the promised day', () => {
  it.each([
    ['the day after acceptance is the first', '20260105', 1, '20260106'],
    ['a weekend is left out', '20260105', 5, '20260112'],
    ['New Year and its worked Sunday', '20251231', 2, '20260105'],
    ['the Spring Festival, with a Saturday worked before and one after it', '20260205', 15, '20260304'],
    ['forty days over the Spring Festival', '20260105', 40, '20260306'],
    ['Qingming', '20260402', 2, '20260407'],
    ['Labour Day and the Saturday worked for it', '20260430', 4, '20260509'],
    ['Dragon Boat', '20260618', 1, '20260622'],
    ['Mid-Autumn', '20260924', 1, '20260928'],
    ['done on the spot', '20260105', 0, '20260105'],
    ['accepted on a day off', '20260101', 1, '20260104'],
  ])('%s', (_, startedOn, days, by) => { expect(promise(startedOn, days, startedOn)).toMatchObject({ by, daysLeft: days, stopped: null }) })

  it('is counted down in working days, and late is said in them too', () => {
    expect(['20260116', '20260117', '20260118', '20260119', '20260120', '20260125', '20260126'].map((today) => promise('20260105', 10, today)?.daysLeft)).toEqual([1, 1, 1, 0, -1, -4, -5])
  })

  it('moves by the working days on which the clock stood', () => {
    expect(promise('20260105', 10, '20260120', stop('20260107', '20260109'))).toMatchObject({ by: '20260121', daysLeft: 1, stopped: null })
    expect(promise('20260105', 10, '20260120', stop('20260110', '20260112'))).toMatchObject({ by: '20260119' })
    expect(promise('20260105', 10, '20260120', stop('20260107', '20260109'), stop('20260108', '20260112'))).toMatchObject({ by: '20260122' })
  })

  it('is none while the clock stands; what is left then stays the same', () => {
    const stopped = { reason: 'inspection', since: '20260108', note: '现场核查' }
    for (const today of ['20260108', '20260120', '20260601']) expect(promise('20260105', 10, today, stop('20260108', null))).toEqual({ days: 10, statutoryDays: 60, by: null, daysLeft: 8, stopped })
  })

  it('days on which the clock stood after it was due make nothing later', () => {
    expect(promise('20260105', 2, '20260116', stop('20260112', '20260115'))).toMatchObject({ by: '20260107', daysLeft: -4 })
  })

  it('is none before acceptance, and where nothing was promised', () => {
    expect(promise(null, 10, '20260105')).toEqual({ days: 10, statutoryDays: 60, by: null, daysLeft: null, stopped: null })
    expect(promiseOf({ startedOn: '20260105', limit: null, stops: [] }, '20260105', isWorkingDay)).toBeNull()
  })

  it('beyond all reckoning is none, and is found to be so at once', () => {
    expect(promise('20260105', 1_000_000, '20260106')).toMatchObject({ by: null, daysLeft: null })
  })
})

describe('whatever the days', () => {
  const dayFrom = (first: string) => (n: number): string => serviceDay(startOfDay(first) + n * 86_400_000)
  const day = fc.nat(400).map(dayFrom('20260101'))
  const stops = fc.array(fc.tuple(day, fc.nat(20)).map(([from, length]) => stop(from, dayFrom(from)(length))), { maxLength: 3 })

  it('on the promised day none is left, it is worked, and more stops never make it earlier', async () => {
    await holds(fc.property(day, fc.integer({ min: 1, max: 60 }), stops, stops, (startedOn, days, some, more) => {
      const by = promise(startedOn, days, startedOn, ...some)?.by ?? ''
      expect(promise(startedOn, days, by, ...some)?.daysLeft).toBe(0)
      expect(isWorkingDay(by)).toBe(true)
      expect((promise(startedOn, days, startedOn, ...some, ...more)?.by ?? '') >= by).toBe(true)
    }))
  })
})
