import { textsIn } from '@/i18n'
import { hallTexts, weekdayTexts } from '@/i18n/halls'
import { aBoard, aHallDetail } from './builders'
import { distanceInWords } from './distance'
import { hoursInWords, hoursOfWeek, hoursToday, nextOpening } from './hoursView'
import { lineRows, prioritiesOf, waitInWords } from './lineView'

const t = textsIn('zh', hallTexts)
const words = { t, day: textsIn('zh', weekdayTexts) }
const english = { t: textsIn('en', hallTexts), day: textsIn('en', weekdayTexts) }
/** An instant by the halls' clock, whatever the zone of the machine. */
const at = (text: string): number => Date.parse(`${text}+08:00`)
const friday = at('2026-01-09T18:00:00')

describe('distance', () => {
  test.each([[3, '10 米'], [847, '850 米'], [994, '990 米'], [1000, '1.0 公里'], [2840, '2.8 公里'], [12_600, '13 公里']])('%d m reads %s', (metres, said) => {
    expect(distanceInWords(metres, t)).toBe(said)
  })
})

describe('hours', () => {
  test('an open hall says until when', () => {
    expect(hoursInWords({ open: true, opensAt: null, closesAt: at('2026-01-09T17:00:00') }, friday, words)).toBe('开放中，至 17:00')
  })
  test.each([
    ['2026-01-09T19:30:00', '今天 19:30 开放'], ['2026-01-10T09:00:00', '明天 09:00 开放'], ['2026-01-12T09:00:00', '周一 09:00 开放'],
  ])('a closed one says when it opens: %s', (opens, said) => {
    expect(hoursInWords({ open: false, opensAt: at(opens), closesAt: null }, friday, words)).toBe(said)
  })
  test('just before midnight by the halls’ clock, morning is tomorrow', () => {
    expect(nextOpening(at('2026-01-10T09:00:00'), at('2026-01-09T23:59:00'), english)).toBe('Opens tomorrow at 09:00')
    expect(nextOpening(at('2026-01-10T09:00:00'), at('2026-01-10T00:01:00'), english)).toBe('Opens today at 09:00')
  })
  test('further off than a week has days, it is told by its date', () => {
    expect(nextOpening(at('2026-01-19T09:00:00'), friday, words)).toBe('2026-01-19 09:00 开放')
    expect(nextOpening(at('2026-01-15T09:00:00'), friday, words)).toBe('周四 09:00 开放')
  })
  test('none within two weeks is said too', () => {
    expect(nextOpening(null, friday, words)).toBe('两周内不开放')
  })
  test('a hall that is open to the day’s end is open all day', () => {
    expect(hoursInWords({ open: true, opensAt: null, closesAt: at('2026-01-10T00:00:00') }, friday, words)).toBe('全天开放')
    expect(hoursToday(aHallDetail({ weeklyHours: Array.from({ length: 7 }, () => [['00:00', '24:00']]) }), friday, english.t)).toBe('Today all day')
  })
  const shut = { open: false, opensAt: at('2026-01-12T09:00:00'), closesAt: null }
  test('a holiday is not told as open, nor a make-up working day as closed', () => {
    const monday = at('2026-01-05T10:00:00')
    expect(hoursToday(aHallDetail({ hours: { ...shut, opensAt: at('2026-01-06T09:00:00') } }), monday, t)).toBe('今天不开放')
    expect(hoursToday(aHallDetail({ hours: { open: true, opensAt: null, closesAt: at('2026-02-14T12:00:00') } }), at('2026-02-14T10:00:00'), t)).toBe('开放中，至 12:00')
    expect(hoursToday(aHallDetail({ hours: { ...shut, opensAt: at('2026-02-14T13:00:00') } }), at('2026-02-14T12:30:00'), t)).toBe('今天 13:00 开放')
    expect(hoursToday(aHallDetail({ hours: { ...shut, opensAt: at('2026-01-06T09:00:00') } }), at('2026-01-05T18:00:00'), t)).toContain('09:00–12:00')
  })
  test('today’s hours, and days of the same hours told once', () => {
    const { weeklyHours } = aHallDetail()
    expect(hoursToday(aHallDetail(), friday, t)).toContain('09:00–12:00')
    expect(hoursToday(aHallDetail({ hours: shut }), at('2026-01-10T10:00:00'), t)).toBe('今天不开放')
    expect(hoursOfWeek(weeklyHours, words)).toEqual([{ days: '周一–周五', hours: ['09:00–12:00', '13:00–17:00'] }, { days: '周六–周日', hours: ['不开放'] }])
  })
})

describe('lines', () => {
  const range = (low: number, high: number) => ({ low, high, confidence: 0.8, calls: 20 })
  test('a wait is a range; nobody ahead is no wait; the unknown is called so', () => {
    expect(waitInWords(range(15, 30), 12, t)).toBe('约等 15–30 分钟')
    expect(waitInWords(range(5, 5), 1, t)).toBe('约等 5 分钟')
    expect(waitInWords(range(15, 30), 0, t)).toBe('不用等')
    expect(waitInWords(null, 3, t)).toBe('等候时间暂难估计')
  })
  test('a line shows what the board says; paused and full come before any wait', () => {
    const [line] = aBoard().lines
    const row = (over: object) => lineRows(aHallDetail(), aBoard({ lines: [{ ...line!, ...over }] }), t)[0]
    expect(row({})).toMatchObject({ ahead: 12, wait: '约等 15–30 分钟', state: 'open' })
    expect(row({ paused: true })).toMatchObject({ state: 'paused', wait: '暂停取号' })
    expect(row({ issued: 300 })).toMatchObject({ state: 'full', wait: '今天的号已取完' })
  })
  test('who has priority is gathered from all lines, with those that give none', () => {
    const [line] = aHallDetail().lines
    const lines = [{ ...line!, priorities: ['elder' as const, 'military' as const] }, { ...line!, lineId: 'B', priorities: ['elder' as const] }, { ...line!, lineId: 'Z', priorities: [] }]
    expect(prioritiesOf({ lines })).toMatchObject({ reasons: ['elder', 'military'], without: [{ lineId: 'Z' }] })
  })
  test('without a board the lines are shown without numbers', () => {
    expect(lineRows(aHallDetail(), null, t)[0]).toMatchObject({ ahead: null, wait: '' })
  })
})
