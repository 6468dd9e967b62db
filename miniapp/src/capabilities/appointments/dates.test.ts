import { textsIn } from '@/i18n'
import { dateTexts, monthTexts } from '@/i18n/appointments'
import { weekdayTexts } from '@/i18n/halls'
import { hour, minute, TEN } from './builders'
import { clockLeft, dateName, dayName, instantName, spanName, timeLeft } from './dates'

const words = (language: 'zh' | 'en') => ({ say: textsIn(language, dateTexts), month: textsIn(language, monthTexts), weekday: textsIn(language, weekdayTexts) })
const [zh, en] = [words('zh'), words('en')]

test('days and times are said as people say them, in the halls’ time', () => {
  expect([dateName(TEN, zh), dateName(TEN, en)]).toEqual(['1月5日 周一', 'Mon 5 Jan'])
  expect(spanName(TEN, TEN + 30 * minute, zh)).toBe('10:00–10:30')
  expect(instantName(TEN, TEN, zh)).toBe('今天 10:00')
  expect(instantName(TEN, TEN - 24 * hour, en)).toBe('tomorrow 10:00')
  expect(instantName(TEN, TEN - 72 * hour, en)).toBe('Mon 5 Jan, 10:00')
})

test('today ends at midnight in the halls, not after so many hours', () => {
  expect(dayName(TEN, TEN - 10 * hour, zh)).toBe('今天 · 1月5日 周一')
  expect(dayName(TEN, TEN - 10 * hour - 1, zh)).toBe('明天 · 1月5日 周一')
  expect(dayName(TEN, TEN - 34 * hour - 1, zh)).toBe('1月5日 周一')
})

test('a countdown reaches 0:00 at its end, not a second before', () => {
  expect([5 * minute, 4 * minute + 59_001, 1, 0, -1].map(clockLeft)).toEqual(['5:00', '5:00', '0:01', '0:00', '0:00'])
  expect(clockLeft(hour + 2 * minute + 3_000)).toBe('1:02:03')
})

test('what is left is said by days, then hours, then minutes, and not at all once it is past', () => {
  expect(timeLeft(TEN, TEN - 48 * hour, zh)).toBe('还有 2 天')
  expect(timeLeft(TEN, TEN - 11 * hour, en)).toBe('In 11 h 0 min')
  expect(timeLeft(TEN, TEN - 61 * minute, en)).toBe('In 1 h 1 min')
  expect(timeLeft(TEN, TEN - minute, en)).toBe('In 1 minute')
  expect(timeLeft(TEN, TEN - 1, zh)).toBe('不到 1 分钟')
  expect(timeLeft(TEN, TEN, zh)).toBeNull()
})
