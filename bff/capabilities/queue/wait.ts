import type { WaitRange } from '@shared/halls'

/** Share of waits the range should hold; and its quantile of the normal distribution on either side. */
const CONFIDENCE = 0.8
const QUANTILE = 1.2816
/** Below this many calls nothing honest can be said. */
const FEWEST_CALLS = 3

/**
 * A first range of minutes until one's call, from what the line did in the last hour: `calls` calls in
 * `minutes` minutes. With `ahead` people ahead one is called after ahead + 1 calls; their time spreads like a
 * sum of that many intervals (1/k) and the pace itself is known only from n calls (1/n).
 * Null while fewer than three calls are known.
 */
export const estimateWait = (ahead: number, calls: number, minutes: number): WaitRange | null => {
  if (calls < FEWEST_CALLS || minutes <= 0) return null
  const turns = ahead + 1
  const expected = turns * (minutes / calls)
  const spread = QUANTILE * Math.sqrt(1 / turns + 1 / calls)
  return { low: Math.floor(expected * Math.max(0, 1 - spread)), high: Math.ceil(expected * (1 + spread)), confidence: CONFIDENCE, calls }
}

/** Seconds until the phone should ask again: far from one's turn slowly, next fast. */
export const pollSeconds = (state: string, ahead: number | null): number => {
  if (state === 'called' || state === 'serving') return 5
  if (state === 'missed') return 15
  if (ahead === null) return 60
  if (ahead <= 1) return 3
  if (ahead <= 5) return 6
  if (ahead <= 15) return 12
  return 25
}
