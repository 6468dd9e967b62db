import fc from 'fast-check'
import { holds } from '../../../tests/support/property'
import { estimateWait, pollSeconds } from './wait'

/** mulberry32: from 0, up to but not including 1; the same for the same seed. */
const generator = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('the wait range', () => {
  it('says nothing while fewer than three calls are known', () => {
    expect(estimateWait(5, 2, 60)).toBeNull()
    expect(estimateWait(5, 3, 60)).not.toBeNull()
  })

  it('lies around the pace of the last hour: 24 calls in 60 minutes, 11 ahead, about half an hour', () => {
    expect(estimateWait(11, 24, 60)).toEqual({ low: 16, high: 44, confidence: 0.8, calls: 24 })
  })

  it('grows with the people ahead, and narrows the more is known', async () => {
    await holds(fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 3, max: 200 }), (ahead, calls) => {
      const one = estimateWait(ahead, calls, 60)!
      const further = estimateWait(ahead + 1, calls, 60)!
      expect(one.low).toBeLessThanOrEqual(one.high)
      expect(further.high).toBeGreaterThanOrEqual(one.high)
      const wellKnown = estimateWait(ahead, calls * 4, 240)!
      expect(wellKnown.high - wellKnown.low).toBeLessThanOrEqual(one.high - one.low + 1)
    }))
  })

  it('holds about the share of waits it promises, for calls that come at random', () => {
    const random = generator(20_260_101)
    const interval = () => -2.5 * Math.log(1 - random())
    let held = 0
    const trials = 2_000
    for (let i = 0; i < trials; i += 1) {
      let minutes = 0
      let calls = 0
      for (;;) {
        minutes += interval()
        if (minutes > 60) break
        calls += 1
      }
      const range = estimateWait(9, calls, 60)!
      let truth = 0
      for (let k = 0; k < 10; k += 1) truth += interval()
      if (truth >= range.low && truth <= range.high) held += 1
    }
    expect(held / trials).toBeGreaterThan(0.74)
    expect(held / trials).toBeLessThan(0.92)
  })
})

describe('the pace of asking', () => {
  it('is slow far away, fast when next, and rests when nothing can change', () => {
    expect([40, 10, 3, 0].map((ahead) => pollSeconds('waiting', ahead))).toEqual([25, 12, 6, 3])
    expect(pollSeconds('called', null)).toBe(5)
    expect(pollSeconds('finished', null)).toBe(60)
  })
})
