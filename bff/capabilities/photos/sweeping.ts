import { Round } from '../../round'
import type { PhotoRecords, PhotoStore } from './port'

const HOUR_MS = 3_600_000
/** A photo without a rating is kept for so long … */
const UNATTACHED_MS = 24 * HOUR_MS
/** … and one that nothing is known of, so that a Redis that was put back from a copy still finds what it knows. */
const UNKNOWN_MS = 7 * 24 * HOUR_MS

export interface PhotoSweeperParts {
  readonly store: Pick<PhotoStore, 'all' | 'remove' | 'tidy'>
  readonly records: Pick<PhotoRecords, 'expire' | 'beginRound'>
  readonly clock: () => number
  readonly everyMs: number
}

/** Removes the photos no rating came for. Every process runs it; of all of them one does a round. */
export class PhotoSweeper extends Round {
  constructor(private readonly parts: PhotoSweeperParts, report: (error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: report })
  }

  /** Gives how many photos were removed. */
  protected async round(): Promise<number> {
    // A little less than a round, so that the next one of the same process is not refused.
    return await this.parts.records.beginRound(Math.ceil(this.parts.everyMs * 0.9)) ? this.sweep() : 0
  }

  private async sweep(): Promise<number> {
    const { store, records, clock } = this.parts
    const now = clock()
    await store.tidy(now - UNATTACHED_MS)
    let removed = 0
    for await (const some of store.all()) {
      if (this.stopped) break
      for (const { photoId, at } of some) {
        const verdict = await records.expire(photoId, now - UNATTACHED_MS)
        if (verdict === 'kept' || (verdict === 'unknown' && at > now - UNKNOWN_MS)) continue
        await store.remove(photoId)
        removed += 1
      }
    }
    return removed
  }
}
