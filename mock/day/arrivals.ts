import type { Lots } from './lots'
import { band } from './manners'

/** A line as those outside see it before they decide to come. */
export interface LineNow {
  readonly lineId: string
  readonly waiting: number
  /** Numbers given out today, and how many there are. */
  readonly issued: number
  readonly capacity: number
  readonly paused: boolean
  /** Visits a second that its windows get through at this pace. */
  readonly throughput: number
}

/** Numbers that simulated citizens leave for people, as a share of the day's. */
const LEFT_FOR_PEOPLE = 0.1
/** How strongly arrivals answer to a queue that is shorter or longer than it should be. */
const PULL = 3
const TIDE_MS = 240_000

/**
 * How many should wait for a newcomer to be called within a few minutes: it follows from what the line gets through, and
 * moves a little with the tide so that the hall is not the same all day.
 */
export const idealWaiting = ({ lineId, throughput }: LineNow, now: number, lots: Lots, pace: number): number => {
  const tide = lots.between(0.75, 1.25, 'tide', lineId, Math.floor(now / TIDE_MS))
  return Math.min(band.most - 2, Math.max(band.fewest + 0.5, throughput * (band.wait / pace) * tide))
}

/**
 * Into which lines somebody comes now, in the order of need. `sinceMs` is how long ago this was last asked.
 */
export const decideArrivals = (lines: readonly LineNow[], { now, sinceMs, pace }: { now: number; sinceMs: number; pace: number }, lots: Lots): string[] =>
  lines
    .filter((line) => !line.paused && line.waiting < band.most && line.issued < line.capacity * (1 - LEFT_FOR_PEOPLE))
    .filter((line) => line.waiting < band.fewest || lots.happens(arrivalShare(line, now, sinceMs, lots, pace), 'arrival', line.lineId, now))
    .sort((a, b) => a.waiting - b.waiting)
    .map((line) => line.lineId)

/** The chance of an arrival within `sinceMs`: as many come as are served, more while too few wait, fewer while too many do. */
const arrivalShare = (line: LineNow, now: number, sinceMs: number, lots: Lots, pace: number): number => {
  const ideal = idealWaiting(line, now, lots, pace)
  const rate = line.throughput * Math.max(0, 1 + PULL * (ideal - line.waiting) / ideal)
  return 1 - Math.exp(-rate * sinceMs / 1000)
}
