import { dayName, daysAfter, fromField, toField } from './days'

test('days go on over months and years', () => {
  expect([daysAfter('20260131', 1), daysAfter('20260101', -1), daysAfter('20280228', 1)]).toEqual(['20260201', '20251231', '20280229'])
})

test('a day is named in the halls’ time, whatever the computer’s', () => {
  expect([dayName('20260105', 'zh'), dayName('20260105', 'en')]).toEqual(['1月5日周一', 'Mon 5 January'])
})

test('a date field names a day, and nothing else', () => {
  expect(toField('20260105')).toBe('2026-01-05')
  expect(['2026-01-05', '', '12026-01-05', '1999-01-05'].map(fromField)).toEqual(['20260105', null, null, null])
})
