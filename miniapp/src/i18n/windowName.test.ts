import { shortName, signOf } from './windowName'

test('a window goes by its sign: what stands in brackets is left out', () => {
  expect(shortName('1号窗口（兼“办不成事”反映）')).toBe('1号窗口')
  expect(shortName('Window 1 (also complaints)')).toBe('Window 1')
  expect(shortName('（临时）')).toBe('（临时）')
})

test('a window without a name still reads as one', () => {
  expect(signOf(null, '5')).toEqual({ zh: '5号窗口', en: 'Window 5' })
  expect(signOf({ zh: '综合窗口（一楼）', en: 'General (ground floor)' }, '5')).toEqual({ zh: '综合窗口', en: 'General' })
})
