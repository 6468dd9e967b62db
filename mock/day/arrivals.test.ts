import { decideArrivals, idealWaiting, type LineNow } from './arrivals'
import { createLots } from './lots'
import { visitSeconds } from './manners'
import { throughput, windowForPeople } from './windows'

const NOW = 1_767_229_200_000
const lots = createLots('arrivals')
const lineOf = (over: Partial<LineNow> = {}): LineNow =>
  ({ lineId: 'A', waiting: 5, issued: 10, capacity: 5_000, paused: false, throughput: 1 / 45, ...over })
const arrivals = (line: LineNow, rounds = 500): number => Array.from({ length: rounds }, (_, i) =>
  decideArrivals([line], { now: NOW + i * 2_000, sinceMs: 2_000, pace: 1 }, lots).length).reduce((sum, n) => sum + n, 0)

test('a line of fewer than three is joined at once, one of twelve by nobody', () => {
  expect(arrivals(lineOf({ waiting: 2 }))).toBe(500)
  expect(arrivals(lineOf({ waiting: 12 }))).toBe(0)
})

test('more come to a short queue than to a long one', () => {
  expect(arrivals(lineOf({ waiting: 3 }))).toBeGreaterThan(2 * arrivals(lineOf({ waiting: 5 })))
})

test('nobody comes to a paused line, and the last tenth of the day’s numbers is left for people', () => {
  expect(arrivals(lineOf({ waiting: 0, paused: true }))).toBe(0)
  expect(arrivals(lineOf({ waiting: 0, issued: 4_500 }))).toBe(0)
})

test('those in need come first', () => {
  const lines = [lineOf({ lineId: 'A', waiting: 2 }), lineOf({ lineId: 'B', waiting: 0 })]
  expect(decideArrivals(lines, { now: NOW, sinceMs: 2_000, pace: 1 }, lots)).toEqual(['B', 'A'])
})

/** A line with steady windows, second by second; gives what each newcomer waited, in seconds, and the longest queue. */
const day = (windows: number, pace: number): { waits: number[]; longest: number } => {
  const service = visitSeconds(15) / pace
  const queue: number[] = []
  const freeAt = Array.from({ length: windows }, (_, i) => (i * service) / windows)
  const waits: number[] = []
  let longest = 0
  for (let second = 0; second < 7_200; second += 2) {
    freeAt.forEach((at, window) => {
      if (at > second || queue.length === 0) return
      waits.push(second - (queue.shift() ?? 0))
      freeAt[window] = second + service * lots.between(0.6, 1.5, 'service', window, second)
    })
    const line = lineOf({ waiting: queue.length, throughput: windows / service })
    queue.push(...decideArrivals([line], { now: NOW + second * 1000, sinceMs: 2_000, pace }, lots).map(() => second))
    longest = Math.max(longest, queue.length)
  }
  return { waits: waits.slice(20), longest }
}

test.each([1, 2, 3])('with %d windows a newcomer is called within about 2 to 5 minutes, and nothing piles up', (windows) => {
  const { waits, longest } = day(windows, 1)
  const sorted = [...waits].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0
  expect(at(0.5)).toBeGreaterThan(100)
  expect(at(0.5)).toBeLessThan(270)
  expect(at(0.95)).toBeLessThan(390)
  expect(longest).toBeLessThanOrEqual(12)
})

test('the ideal queue stays within the band, whatever the line gets through', () => {
  for (const speed of [0, 0.01, 0.05, 1]) {
    for (let i = 0; i < 100; i += 1) {
      const ideal = idealWaiting(lineOf({ throughput: speed }), NOW + i * 240_000, lots, 1)
      expect(ideal).toBeGreaterThanOrEqual(3)
      expect(ideal).toBeLessThanOrEqual(12)
    }
  }
})

describe('windows', () => {
  const windows = [{ windowId: '1', lineIds: ['A'] }, { windowId: '2', lineIds: ['A', 'B'] }, { windowId: '3', lineIds: ['C'] }]

  test('one whose lines have another is left for people, and none that a line cannot do without', () => {
    expect(windowForPeople(windows)).toBe('1')
    expect(windowForPeople([{ windowId: '1', lineIds: ['A'] }, { windowId: '2', lineIds: ['B'] }])).toBeUndefined()
    expect(windowForPeople([{ windowId: '1', lineIds: ['A', 'B'] }, { windowId: '2', lineIds: ['A'] }, { windowId: '3', lineIds: ['A', 'B'] }])).toBe('1')
  })

  test('a window of two lines counts half for each, and twice the pace is twice the throughput', () => {
    expect(throughput('B', windows, 15, 1)).toBeCloseTo(0.5 / visitSeconds(15))
    expect(throughput('A', windows, 15, 2)).toBeCloseTo(3 / visitSeconds(15))
    expect(throughput('D', windows, 15, 1)).toBe(0)
  })
})
