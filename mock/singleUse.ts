import type { Clock } from './clock'

/** Things that may be taken out once, and only until their time is over. */
export interface SingleUse<T> {
  readonly put: (key: string, value: T) => void
  readonly take: (key: string) => T | undefined
}

/** @param lifeMs how long a thing may lie before it is worth nothing */
export const createSingleUse = <T>(lifeMs: number, clock: Clock): SingleUse<T> => {
  const kept = new Map<string, { readonly value: T; readonly until: number }>()
  const dropOld = () => {
    // A map keeps the order of insertion and all live equally long, so the old ones come first.
    for (const [key, { until }] of kept) {
      if (until > clock()) return
      kept.delete(key)
    }
  }
  return {
    put: (key, value) => {
      dropOld()
      kept.set(key, { value, until: clock() + lifeMs })
    },
    take: (key) => {
      const found = kept.get(key)
      kept.delete(key)
      return found && found.until > clock() ? found.value : undefined
    },
  }
}
