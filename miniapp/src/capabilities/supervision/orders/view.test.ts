import { textsIn } from '@/i18n'
import { orderTexts } from '@/i18n/supervision'
import { summary } from '../builders'
import { dueWords, whoOf } from './view'

const say = textsIn('zh', orderTexts)
const words = (more: Parameters<typeof summary>[0]): string | undefined => dueWords(summary(more), say)?.text

test('the days left are said in words, late ones as late', () => {
  expect(words({ daysLeft: 3 })).toBe('还剩 3 个工作日')
  expect(words({ daysLeft: 0 })).toBe('今天到期')
  expect(words({ daysLeft: 0, overdue: true })).toBe('今天超期')
  expect(words({ daysLeft: -2, overdue: true })).toBe('超期 2 个工作日')
})

test('nothing is due where nothing can be, or when it is over', () => {
  expect(words({ daysLeft: null, dueAt: null })).toBeUndefined()
  expect(words({ state: 'closed', daysLeft: -2 })).toBeUndefined()
})

test('who took a step is named', () => {
  expect([whoOf('citizen', say), whoOf('system', say), whoOf('lead1', say)]).toEqual(['群众', '系统', 'lead1'])
})
