/**
 * Milliseconds until the next try after `failures` in a row: doubles from `firstMs` to `longestMs`, each time between
 * half and the whole of it, so that the phones of a city do not all come back at once. 0 ≤ `random` < 1.
 */
export const retryDelay = (failures: number, firstMs: number, longestMs: number, random: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10)) * (0.5 + random / 2)
