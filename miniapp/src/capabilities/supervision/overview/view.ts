import type { Overview, Scoped } from '@shared/supervision'

/** What a part of the city is divided into; null for what is not divided. */
export const partsKind = (scope: string): 'districts' | 'halls' | 'windows' | null => {
  switch (scope.split('.')[0]) {
    case 'city': return 'districts'
    case 'd': return 'halls'
    case 'h': return 'windows'
    default: return null
  }
}

/** Lines and work orders belong to halls: a window, a department or an item alone has none. */
export const hasOrdersAndWaits = (scope: string): boolean => partsKind(scope) !== null

export interface Extremes { readonly best: Scoped; readonly worst: Scoped }
/** The best and the worst of those with enough ratings to be compared; null where there is none. */
export const extremesOf = (parts: readonly Scoped[]): Extremes | null => {
  const fair = parts.filter(({ indicators: { few, goodRate } }) => !few && goodRate !== null)
  const share = ({ indicators }: Scoped): number => indicators.goodRate ?? 0
  const [first, ...rest] = fair
  if (!first) return null
  return rest.reduce<Extremes>(({ best, worst }, one) => ({ best: share(one) > share(best) ? one : best, worst: share(one) < share(worst) ? one : worst }), { best: first, worst: first })
}

/** The worst first, for they need somebody; those with too few ratings after them, those without any last. */
export const inNeed = (parts: readonly Scoped[]): readonly Scoped[] => {
  const rank = ({ indicators: { few, goodRate } }: Scoped): number => (goodRate === null ? 2 : few ? 1 : 0)
  return [...parts].sort((a, b) => rank(a) - rank(b) || (a.indicators.goodRate ?? 0) - (b.indicators.goodRate ?? 0) || b.indicators.ratings - a.indicators.ratings)
}

type Hour = Overview['curve'][number]
export interface CurveView {
  /** Every hour from the first in which anybody was called to the last, those between without a call too. */
  readonly hours: readonly Hour[]
  readonly called: number
  readonly busiest: Hour
  /** Null when nobody's wait is known. */
  readonly slowest: Hour | null
}

/** The course of a day; null when nobody was called. */
export const curveView = (curve: Overview['curve']): CurveView | null => {
  const busy = curve.filter(({ called }) => called > 0)
  const [first, ...rest] = busy
  if (!first) return null
  const [from, to] = [Math.min(...busy.map(({ hour }) => hour)), Math.max(...busy.map(({ hour }) => hour))]
  const hours = Array.from({ length: to - from + 1 }, (_, i) => curve.find(({ hour }) => hour === from + i) ?? { hour: from + i, called: 0, waitMinutes: null, overPromise: 0 })
  const slowest = busy.reduce((slow, one) => ((one.waitMinutes ?? -1) > (slow.waitMinutes ?? -1) ? one : slow), first)
  return {
    hours, called: busy.reduce((sum, { called }) => sum + called, 0), busiest: rest.reduce((most, one) => (one.called > most.called ? one : most), first),
    slowest: slowest.waitMinutes === null ? null : slowest,
  }
}

/** How large each count is beside the largest, from 0 to 1. */
export const besideLargest = (counts: readonly number[]): readonly number[] => {
  const most = Math.max(1, ...counts)
  return counts.map((count) => count / most)
}
