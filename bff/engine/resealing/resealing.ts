import type { Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'
import { resealingScripts } from './scripts'

/** Hashes whose fields hold sealed texts that last. */
export interface SealedPlace {
  /** What their keys look like, for SCAN. */
  readonly match: string
  /** What the text in a field belongs to; null for a field that is not sealed. */
  readonly contextOf: (key: string, field: string) => string | null
}

export interface Resealed {
  /** Sealed anew by the current key. */
  readonly anew: number
  /** Were so before. */
  readonly already: number
  /** Cannot be opened: their key is gone, or they were changed. They are left as they are. */
  readonly lost: number
}

const none: Resealed = { anew: 0, already: 0, lost: 0 }
export const sumOf = (a: Resealed, b: Resealed): Resealed => ({ anew: a.anew + b.anew, already: a.already + b.already, lost: a.lost + b.lost })

/** Seals anew what older keys sealed, while servers write: what changes meanwhile was sealed by the current key already. May be cut off and begun again. */
export const resealTexts = async (redis: Redis, sealing: Sealing, places: readonly SealedPlace[]): Promise<Resealed> => {
  const resealOne = async (key: string, field: string, sealed: string, context: string): Promise<Resealed> => {
    if (sealing.isCurrent(sealed)) return { ...none, already: 1 }
    const text = sealing.open(sealed, context)
    if (text === null) return { ...none, lost: 1 }
    await harmless(() => resealingScripts.reseal.run(redis, [key], [field, sealed, sealing.seal(text, context)]))
    return { ...none, anew: 1 }
  }
  let sum = none
  for (const { match, contextOf } of places) {
    for await (const keys of redis.scanStream({ match, count: 500, type: 'hash' }) as AsyncIterable<string[]>) {
      for (const key of keys) {
        for (const [field, sealed] of Object.entries(await harmless(() => redis.hgetall(key)))) {
          const context = sealed === '' ? null : contextOf(key, field)
          if (context !== null) sum = sumOf(sum, await resealOne(key, field, sealed, context))
        }
      }
    }
  }
  return sum
}
