import { textsIn } from '@/i18n'
import { alertKindTexts, alertTexts, alertTodoTexts } from '@/i18n/supervision'
import { alert, RATING } from '../builders'
import { alertView, type AlertWords, unseenOf } from './view'

const words: AlertWords = { say: textsIn('zh', alertTexts), kind: textsIn('zh', alertKindTexts), todo: textsIn('zh', alertTodoTexts), local: ({ zh }) => zh }

test('bad ratings lead to the window’s figures, long waits to the hall’s', () => {
  expect(alertView(alert(), words)).toMatchObject({ title: '天河大厅 · 5号窗口：一天内收到 3 条差评', scope: 'w.tianhe.5', ratingId: null })
  expect(alertView(alert({ kind: 'long-wait', windowId: null, lineId: 'A', amount: 41 }), words)).toMatchObject({ title: '天河大厅 · A：已等 41 分钟，超过承诺', scope: 'h.tianhe' })
})

test('work orders lead to the order; long times are said in hours', () => {
  expect(alertView(alert({ kind: 'order-due', ratingId: RATING, amount: 90 }), words)).toMatchObject({ title: '天河大厅 · 5号窗口：差评工单还有 90 分钟到期', scope: null, ratingId: RATING })
  expect(alertView(alert({ kind: 'order-overdue', ratingId: RATING, amount: 150 }), words).title).toContain('超期 3 小时')
})

test('each says what to do', () => {
  const todo = (['bad-ratings', 'long-wait', 'order-due', 'order-overdue'] as const).map((kind) => alertView(alert({ kind }), words).todo)
  expect(new Set(todo).size).toBe(4)
})

test('those seen are not counted', () => {
  expect(unseenOf([alert({ alertId: 'a' }), alert({ alertId: 'b' })], ['b', 'c'])).toBe(1)
})
