import { PNG } from 'pngjs'
import { difference } from './compare'

const picture = (width = 20, height = 10, black: readonly number[] = []): Buffer => {
  const png = new PNG({ width, height })
  png.data.fill(255)
  for (const point of black) png.data.fill(0, point * 4, point * 4 + 3)
  return PNG.sync.write(png)
}
const line = Array.from({ length: 12 }, (_, i) => i)

test('the same picture is no change', () => {
  expect(difference(picture(), picture())).toBeNull()
})

test('a few points, and shades nobody sees, are no change', () => {
  expect(difference(picture(), picture(20, 10, [3, 4]))).toBeNull()
  const paler = PNG.sync.read(picture())
  paler.data.fill(235)
  expect(difference(picture(), PNG.sync.write(paler))).toBeNull()
})

test('what differs is counted and shown in red on the new picture', () => {
  const found = difference(picture(), picture(20, 10, line))
  expect(found?.points).toBe(12)
  const { data } = PNG.sync.read(found?.image ?? Buffer.alloc(0))
  expect([...data.subarray(0, 3)]).toEqual([220, 30, 30])
  expect([...data.subarray(19 * 4, 19 * 4 + 3)]).toEqual([255, 255, 255])
})

test('another size is a change of all of it', () => {
  expect(difference(picture(), picture(20, 11))).toEqual({ points: 220, image: null })
})
