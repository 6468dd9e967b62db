import { createLots } from './lots'

test('the same seed and label draw the same lot, in whatever order', () => {
  const [one, two] = [createLots('seed'), createLots('seed')]
  const first = one.share('walk', 'A001')
  two.share('service', 'A002')
  expect(two.share('walk', 'A001')).toBe(first)
  expect(createLots('another seed').share('walk', 'A001')).not.toBe(first)
})

test('lots are spread evenly', () => {
  const lots = createLots('even')
  const drawn = Array.from({ length: 4_000 }, (_, i) => lots.share(i))
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...drawn)).toBeLessThan(1)
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const count = drawn.filter((share) => Math.floor(share * 10) === tenth).length
    expect(count).toBeGreaterThan(300)
    expect(count).toBeLessThan(500)
  }
})

test('a pick is of the list, and of an empty list nothing', () => {
  const lots = createLots('pick')
  expect(new Set(Array.from({ length: 200 }, (_, i) => lots.pick(['a', 'b', 'c'], i)))).toEqual(new Set(['a', 'b', 'c']))
  expect(lots.pick([], 'x')).toBeUndefined()
})
