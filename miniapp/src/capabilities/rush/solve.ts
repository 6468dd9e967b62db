import { sha256 } from 'js-sha256'

/** How long the phone works before it lets the page draw and answer a touch: less than a frame. */
const SLICE_MS = 12
/** Tries between two looks at the clock; on the slowest phones they take a few milliseconds. */
const TRIES = 16
/** A challenge is good for two minutes. */
const GIVE_UP_AFTER_MS = 60_000

export interface SolveParts {
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

const startsWithZeroBits = (text: string, bits: number): boolean => {
  const [a = 0, b = 0, c = 0, d = 0] = sha256.array(text)
  return ((a << 24 | b << 16 | c << 8 | d) >>> (32 - bits)) === 0
}

/**
 * `<challenge>.<nonce>` whose SHA-256 begins with `bits` zero bits, 24 at most, found in slices so that nobody sees the page
 * stand still; null when it was not found in a minute.
 */
export const solve = async (challenge: string, bits: number, { now, pause }: SolveParts): Promise<string | null> => {
  const began = now()
  for (let nonce = 0, sliceEnds = began + SLICE_MS; ; nonce += 1) {
    const work = `${challenge}.${nonce.toString(36)}`
    if (bits === 0 || startsWithZeroBits(work, bits)) return work
    if (nonce % TRIES > 0) continue
    const at = now()
    if (at - began > GIVE_UP_AFTER_MS) return null
    if (at < sliceEnds) continue
    await pause(0)
    sliceEnds = now() + SLICE_MS
  }
}
