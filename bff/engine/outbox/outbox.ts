import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { outboxKey } from './keys'
import { outboxScripts as scripts } from './scripts'

/** In hand at once in one hall, tried and failed ones among them: more wait in the stream. */
const MOST_IN_HAND = 200
/** Kept aside in one hall; of more the oldest go. */
const MOST_PARKED = 10_000
const RELEASE_PORTION = 200

/** `subject` names what changed; `tries` counts this one. */
export interface OutboxEntry { readonly entryId: string; readonly subject: string; readonly tries: number }
/** `oldestAt`: milliseconds by Redis's clock; null when nothing waits. */
export interface OutboxState { readonly waiting: number; readonly parked: number; readonly oldestAt: number | null }

/** What must reach an outside system, hall by hall. An entry stays until it is done or parked. Throws UNAVAILABLE. */
export interface Outbox {
  /** At most so many that are due, and how the hall stood before. Who dies with an entry in hand has it taken over after its pause. */
  readonly take: (hallId: string, most: number) => Promise<{ readonly state: OutboxState; readonly entries: readonly OutboxEntry[] }>
  readonly done: (hallId: string, entryId: string) => Promise<void>
  /** Puts it aside with the code of its refusal. */
  readonly park: (hallId: string, entryId: string, code: string) => Promise<void>
  /** Puts all that was put aside back; gives how many. */
  readonly release: (hallId: string) => Promise<number>
}

export interface Pace {
  /** After a first failure. Longer than a delivery can take, or two would deliver the same at once. */
  readonly firstMs: number
  /** Each further failure doubles the pause up to this. */
  readonly longestMs: number
}

/** An outbox in Redis: a stream with a consumer group for each hall. All processes are one consumer: whose turn it is follows from the pauses. */
export const createOutbox = (redis: Redis, name: string, { firstMs, longestMs }: Pace): Outbox => ({
  take: (hallId, most) => harmless(async () => {
    const [waiting, parked, oldest, ...entries] = accept(await scripts.take.run(redis, [outboxKey(hallId, name)], [most, firstMs, longestMs, MOST_IN_HAND])) as
      [number, number, string, ...[string, string, number][]]
    return {
      state: { waiting, parked, oldestAt: oldest === '' ? null : Number(oldest) },
      entries: entries.map(([entryId, subject, tries]) => ({ entryId, subject, tries })),
    }
  }),
  done: (hallId, entryId) => harmless(async () => { accept(await scripts.done.run(redis, [outboxKey(hallId, name)], [entryId])) }),
  park: (hallId, entryId, code) => harmless(async () => { accept(await scripts.park.run(redis, [outboxKey(hallId, name)], [entryId, code, MOST_PARKED])) }),
  release: (hallId) => harmless(async () => {
    let total = 0
    for (;;) {
      const [released] = accept(await scripts.release.run(redis, [outboxKey(hallId, name)], [RELEASE_PORTION])) as [number]
      total += released
      if (released < RELEASE_PORTION) return total
    }
  }),
})
