import { PNG } from 'pngjs'

/** What a person can see. Smaller differences of a colour are edges that were smoothed another way. */
const SEEN = 40
/** So few points are no change: a caret, one edge. */
const FEW = 6
const GREY = 0.25

export interface Difference {
  /** How many points differ; all of a picture that has another size. */
  readonly points: number
  /** The new picture, pale, with what differs in red; null when the size differs. */
  readonly image: Buffer | null
}

/** Null when nobody would see a difference. */
export const difference = (before: Buffer, after: Buffer): Difference | null => {
  const [old, now] = [PNG.sync.read(before), PNG.sync.read(after)]
  if (old.width !== now.width || old.height !== now.height) return { points: now.width * now.height, image: null }
  const shown = new PNG({ width: now.width, height: now.height })
  let points = 0
  for (let at = 0; at < now.data.length; at += 4) {
    const differs = [0, 1, 2].some((channel) => Math.abs((old.data[at + channel] ?? 0) - (now.data[at + channel] ?? 0)) > SEEN)
    if (differs) points += 1
    for (let channel = 0; channel < 3; channel += 1) {
      shown.data[at + channel] = differs ? channel === 0 ? 220 : 30 : 255 - (255 - (now.data[at + channel] ?? 0)) * GREY
    }
    shown.data[at + 3] = 255
  }
  return points > FEW ? { points, image: PNG.sync.write(shown) } : null
}
