import { textsIn } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { minutesBetween, runningTime } from './durations'

const zh = textsIn('zh', consoleTexts)
const en = textsIn('en', consoleTexts)

test('running time reads as a length, not as an hour of the day', () => {
  expect([0, 999, 61_000, 782_000, 3_600_000, 3_725_000].map((ms) => runningTime(ms, zh))).toEqual(['0 秒', '0 秒', '1 分 1 秒', '13 分 2 秒', '1 小时 0 分', '1 小时 2 分'])
  expect([5000, 782_000, 3_725_000].map((ms) => runningTime(ms, en))).toEqual(['5 s', '13 min 2 s', '1 h 2 min'])
})

test('clocks that disagree never show negative time', () => {
  expect(runningTime(-5000, zh)).toBe('0 秒')
  expect(minutesBetween(10_000, 0)).toBe(0)
  expect(minutesBetween(0, 119_999)).toBe(1)
})
