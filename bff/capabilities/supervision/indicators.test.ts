import { indicatorsOf, nothing, sumOf, wilson } from './indicators'

describe('the indicators of the standard', () => {
  const counts = { ...nothing, visits: 200, l1: 2, l2: 3, l3: 5, l4: 30, l5: 60, byDefault: 40, withdrawn: 1, rectified: 4, onTime: 3, revisited: 2, satisfied: 1, called: 100, waitSeconds: 60_000, overPromise: 7 }

  it('are shares of ratings, visits, bad ratings, rectified ones and revisits', () => {
    expect(indicatorsOf(counts, 30)).toMatchObject({
      visits: 200, ratings: 100, levels: [2, 3, 5, 30, 60], goodRate: 0.95, badRate: 0.05, rectifiedRate: 0.8, onTimeRate: 0.75, revisitRate: 0.5, waitMinutes: 10, overPromise: 7, few: false,
    })
  })

  it('never take a rating by default for an active one', () => {
    expect(indicatorsOf(counts, 30)).toMatchObject({ activeRate: 0.5, ratingRate: 0.7, byDefault: 40 })
    expect(indicatorsOf({ ...nothing, visits: 10, byDefault: 10 }, 30)).toMatchObject({ ratings: 0, activeRate: 0, ratingRate: 1, goodRate: null })
  })

  it('are nothing where there is nothing to divide by, and no more than all', () => {
    expect(indicatorsOf(nothing, 30)).toMatchObject({ ratingRate: null, goodRate: null, badRate: null, goodBetween: null, rectifiedRate: null, onTimeRate: null, revisitRate: null, waitMinutes: null, few: true })
    expect(indicatorsOf({ ...nothing, l5: 3, visits: 1 }, 1)).toMatchObject({ ratingRate: 1, activeRate: 1, few: false })
  })

  it('of several days are those of all their counts, not the mean of their shares', () => {
    expect(indicatorsOf(sumOf([{ ...nothing, l5: 1 }, { ...nothing, l1: 9 }]), 5)).toMatchObject({ goodRate: 0.1, ratings: 10 })
  })
})

describe('the interval of a share', () => {
  // Newcombe (1998), table I, method 3: Wilson's score without continuity correction.
  it.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('of %s in %s is %s to %s', (hits, all, low, high) => {
    const found = wilson(hits, all)
    expect(found?.[0]).toBeCloseTo(low, 4)
    expect(found?.[1]).toBeCloseTo(high, 4)
  })

  it('is none for nothing, and narrows with more', () => {
    expect(wilson(0, 0)).toBeNull()
    const width = (all: number) => { const [low, high] = wilson(all * 0.9, all) ?? [0, 0]; return high - low }
    expect(width(1_000)).toBeLessThan(width(100) / 3)
  })
})
