import { isRecord } from '@/platform/guards'
import type { Keep } from '@/platform/keep'

/** A press is carried out after signing in or scanning only while the citizen surely still means it. */
const LASTS_MS = 5 * 60_000

/** Buttons that were pressed when something had to be done first. Each is carried out once. */
export const createPresses = (keep: Keep, now: () => number) => {
  const place = (name: string): string => `press/${name}`
  return {
    note: (name: string, value: number): void => { keep.write(place(name), { value, at: now() }) },
    /** Gives what was pressed, once; null when nothing was, or too long ago. */
    take: (name: string): number | null => {
      const kept = keep.read(place(name))
      keep.remove(place(name))
      if (!isRecord(kept) || typeof kept.at !== 'number' || typeof kept.value !== 'number') return null
      const age = now() - kept.at
      return age >= 0 && age < LASTS_MS ? kept.value : null
    },
  }
}
