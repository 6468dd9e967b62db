import { textsIn } from '@/i18n'
import { figureTexts } from '@/i18n/supervision'
import { indicators } from './builders'
import { between, changeOf, fewWords, percent, shareChange, shown } from './figures'

const say = textsIn('zh', figureTexts)

test('a share has one decimal; nothing to divide by is no 0 %', () => {
  expect(percent(0.9166666, say)).toBe('91.7%')
  expect(percent(1, say)).toBe('100.0%')
  expect(percent(null, say)).toBe('无')
})

test('figures carry their unit', () => {
  const some = indicators({ goodRate: 0.9, waitMinutes: 14.52, visits: 40, levels: [1, 2, 0, 0, 9], onTimeRate: null })
  expect((['goodRate', 'waitMinutes', 'visits', 'bad', 'onTimeRate'] as const).map((figure) => shown(figure, some, say))).toEqual(['90.0%', '14.5 分钟', '40', '3', '无'])
})

test('a change is the difference of what is shown', () => {
  expect(shareChange(0.9166, 0.9157, say)).toBe('高 0.1 个百分点')
  expect(shareChange(0.5, 0.75, say)).toBe('低 25.0 个百分点')
  expect(shareChange(0.91661, 0.91659, say)).toBe('持平')
  expect(shareChange(0.9, null, say)).toBeNull()
  expect(changeOf('waitMinutes', indicators({ waitMinutes: 14.3 }), indicators({ waitMinutes: 14.4 }), say)).toBe('少 0.1')
  expect(changeOf('ratings', indicators({ ratings: 12 }), indicators({ ratings: 2 }), say)).toBe('多 10')
  expect(changeOf('waitMinutes', indicators({ waitMinutes: null }), indicators(), say)).toBeNull()
})

test('too few ratings are told with where the truth lies; enough are not', () => {
  expect(fewWords(indicators({ few: true, ratings: 12, goodBetween: [0.646, 0.985] }), say)).toContain('64.6% 到 98.5%')
  expect(fewWords(indicators({ few: true, ratings: 0, goodBetween: null }), say)).toBe('还没有评价')
  expect(fewWords(indicators({ few: false }), say)).toBeNull()
  expect(between(indicators({ goodBetween: [0.646, 0.985] }), say)).toBe('64.6% 至 98.5%')
})
