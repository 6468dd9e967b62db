import type { Indicators } from '@shared/supervision'
import { metrics, type Counts, type Metric } from './port'

/** The 97.5th percentile of the normal distribution: of an interval of 95 %. */
const Z = 1.959963984540054

/** Where the true share lies, by Wilson's score interval; null for nothing at all. */
export const wilson = (hits: number, all: number): [number, number] | null => {
  if (all === 0) return null
  const share = hits / all
  const [middle, half] = [share + Z * Z / (2 * all), Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4 * all * all))]
  const whole = 1 + Z * Z / all
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)]
}

export const nothing: Counts = Object.fromEntries(metrics.map((metric) => [metric, 0])) as Record<Metric, number>

export const sumOf = (all: readonly Counts[]): Counts => {
  const sum: Record<Metric, number> = { ...nothing }
  for (const counts of all) for (const metric of metrics) sum[metric] += counts[metric]
  return sum
}

/** More cannot be had than all there is: visits that a hall's own system serves are not counted, their ratings are. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.min(1, Math.max(0, part / whole)))

/** The indicators of the rating standard (domain handbook §5). @param minimum ratings that make a share fair to compare */
export const indicatorsOf = (counts: Counts, minimum: number): Indicators => {
  const { l1, l2, l3, l4, l5, visits, byDefault, withdrawn, rectified, onTime, revisited, satisfied, called, waitSeconds, overPromise } = counts
  const [bad, ratings] = [l1 + l2, l1 + l2 + l3 + l4 + l5]
  return {
    visits, ratings, levels: [l1, l2, l3, l4, l5], byDefault, withdrawn,
    ratingRate: share(ratings + byDefault, visits), activeRate: share(ratings, visits), goodRate: share(ratings - bad, ratings), badRate: share(bad, ratings),
    goodBetween: wilson(ratings - bad, ratings), few: ratings < minimum,
    rectifiedRate: share(rectified, bad), onTimeRate: share(onTime, rectified), revisitRate: share(satisfied, revisited),
    waitMinutes: called === 0 ? null : Math.round(waitSeconds / called / 6) / 10, overPromise,
  }
}
