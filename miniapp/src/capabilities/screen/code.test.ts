import QRCode from 'qrcode'
import { GRACE_MS, isShowable, nextFetchIn, secondsLeft, shareLeft } from './code'
import { pathOfModules } from './qr'

const T = 1_767_229_200_000
const code = { link: 'https://yichuang.example/s/rtianhe.zx81k2.Ab3dEf6hIj9l', asOf: T + 10_000, changesAt: T + 30_000 }

test('the countdown ends at the change and never leaves its bounds', () => {
  expect([10_000, 10_001, 29_001, 30_000, 90_000].map((after) => secondsLeft(code, T + after))).toEqual([20, 20, 1, 0, 0])
  expect(secondsLeft(code, T - 60_000)).toBe(20)
})

test('the bar empties towards the change', () => {
  expect([0, 10_000, 20_000, 30_000, 90_000].map((after) => shareLeft(code, T + after))).toEqual([1, 1, 0.5, 0, 0])
})

test('an old code is never shown', () => {
  expect(isShowable(code, T + 30_000)).toBe(true)
  expect(isShowable(code, T + 30_000 + GRACE_MS)).toBe(false)
})

test('the next code is asked for at the change, and every two seconds after a failure', () => {
  expect(nextFetchIn(code, T + 12_000, false)).toBe(18_000)
  expect(nextFetchIn(code, T + 31_000, false)).toBe(250)
  expect(nextFetchIn(code, T + 12_000, true)).toBe(2000)
  expect(nextFetchIn(null, T, false)).toBe(2000)
})

test('the drawn path holds exactly the dark modules of the code', () => {
  const { modules } = QRCode.create(code.link, { errorCorrectionLevel: 'M' })
  const path = pathOfModules(modules.size, (row, column) => modules.get(row, column) === 1)
  const drawn = new Set<string>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let i = 0; i < Number(width); i += 1) drawn.add(`${y},${Number(x) + i}`)
  }
  const dark = Array.from(modules.data).reduce((sum, module) => sum + module, 0)
  expect(drawn.size).toBe(dark)
  for (const at of drawn) {
    const [row, column] = at.split(',').map(Number)
    expect(modules.get(row ?? -1, column ?? -1)).toBe(1)
  }
})
