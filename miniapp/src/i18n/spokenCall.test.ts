import { spokenCall } from './spokenCall'

const five = { zh: '5号窗口', en: 'Window 5' }
const zh = (number: string, name = five): string | undefined => spokenCall(number, name)[0]?.text
const en = (number: string, name = five): string | undefined => spokenCall(number, name)[1]?.text

test('a number is spoken digit by digit in Chinese', () => {
  expect(zh('A040')).toBe('请A零四零号到五号窗口')
  expect(zh('A1003')).toBe('请A一零零三号到五号窗口')
  expect(zh('B209')).toBe('请B二零九号到五号窗口')
})

test('and in English', () => {
  expect(en('A040')).toBe('Number A, zero four zero, please go to Window 5')
  expect(en('A1003')).toBe('Number A, one zero zero three, please go to Window 5')
})

test('windows are counted as people count them, long ones digit by digit', () => {
  const named = (n: string): string | undefined => zh('A001', { zh: `${n}号窗口`, en: `Window ${n}` })?.slice('请A零零一号到'.length)
  expect(['9', '10', '12', '20', '35', '108', '06'].map(named)).toEqual(
    ['九号窗口', '十号窗口', '十二号窗口', '二十号窗口', '三十五号窗口', '一零八号窗口', '零六号窗口'])
})

test('a window with a name is called by its name', () => {
  expect(zh('A001', { zh: '“办不成事”反映窗口', en: 'Help desk' })).toBe('请A零零一号到“办不成事”反映窗口')
})

test('Chinese comes first, each in its own voice', () => {
  expect(spokenCall('A040', five).map((one) => one.lang)).toEqual(['zh-CN', 'en-US'])
})
