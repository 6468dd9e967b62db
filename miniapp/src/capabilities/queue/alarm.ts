import type { Keep } from '@/platform/keep'

const NAME = 'calls'
/** A citizen's calls of a day; more are history. */
const REMEMBERED = 20
/** A phone in a pocket is easily missed once. */
const TIMES = 3
const EVERY_MS = 3_000

export interface Alarm {
  /** Makes this call felt, a few times until hushed. False, and nothing is felt, when it was rung before. */
  ring(call: string): boolean
  /** It was noticed, or is over. */
  hush(): void
}

/** Rings once for each call, whichever page hears of it, also after a restart. */
export const createAlarm = (keep: Keep, vibrate: () => void): Alarm => {
  let timer: ReturnType<typeof setInterval> | undefined
  const hush = (): void => clearInterval(timer)
  const rung = (): unknown[] => {
    const kept = keep.read(NAME)
    return Array.isArray(kept) ? kept : []
  }
  return {
    hush,
    ring: (call) => {
      const before = rung()
      if (before.includes(call)) return false
      keep.write(NAME, [call, ...before].slice(0, REMEMBERED))
      hush()
      vibrate()
      let left = TIMES - 1
      timer = setInterval(() => {
        vibrate()
        left -= 1
        if (left === 0) hush()
      }, EVERY_MS)
      return true
    },
  }
}
