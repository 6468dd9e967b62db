import type { CallLog } from '../../capabilities/calls/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept, pairsOf } from '../reply'
import { packed, toldOf, unpacked } from './entries'
import { endKey, entriesKey, eventsKey } from './keys'
import { beginning, linked } from './linking'
import { callScripts as scripts } from './scripts'

/** Events of a hall that are linked in one step. */
const STEP = 500
/** Halls that are counted in one piece: small ones, so that whoever asks meanwhile is answered between them. */
const PIECE = 200

type Pending = [cursor: string, n: number, hash: string, events: [id: string, fields: string[]][]]

/** The logs of calls in Redis. Whatever is repeated or done by several at once, an event becomes one entry, in the order of the events. */
export const createCallLog = (redis: Redis): CallLog => {
  /** Gives how many entries were added, and whether there may be more to link. */
  const step = async (hallId: string, day: string): Promise<{ readonly added: number; readonly more: boolean }> => {
    const end = endKey(hallId, day)
    const [cursor, n, hash, events] = accept(await scripts.pending.run(redis, [end, eventsKey(hallId, day)], [STEP])) as Pending
    const reached = events.at(-1)
    if (!reached) return { added: 0, more: false }
    const told = events.flatMap(([, fields]) => toldOf(pairsOf(fields)) ?? [])
    const entries = linked(hash === '' ? beginning(hallId, day) : { n: Number(n), hash }, told)
    const [done] = accept(await scripts.append.run(redis, [end, entriesKey(hallId, day), eventsKey(hallId, day)],
      [cursor, hash, reached[0], entries.at(-1)?.hash ?? hash, ...entries.map(packed)]))
    // Who was first may have read less than we did.
    return done === 1 ? { added: entries.length, more: events.length === STEP } : { added: 0, more: true }
  }

  return {
    seal: (hallId, day) => harmless(async () => {
      let total = 0
      for (;;) {
        const { added, more } = await step(hallId, day)
        total += added
        if (!more) return total
      }
    }),
    read: (hallId, day, after, most) => harmless(async () => {
      const [last, page] = accept(await scripts.read.run(redis, [endKey(hallId, day), entriesKey(hallId, day)], [after, most])) as [number, string[]]
      const entries = page.map((text, i) => unpacked(text, after + i + 1))
      const torn = entries.indexOf(null)
      // Behind what cannot be read nothing can be reckoned: the page ends there, and `last` says that more should follow.
      return { entries: entries.slice(0, torn < 0 ? undefined : torn).flatMap((entry) => entry ?? []), last: Number(last) }
    }),
    changes: (hallIds, day) => harmless(async () => {
      const counts: number[] = []
      for (let i = 0; i < hallIds.length; i += PIECE) {
        const piece = redis.pipeline()
        for (const hallId of hallIds.slice(i, i + PIECE)) piece.xlen(eventsKey(hallId, day))
        for (const [error, count] of await piece.exec() ?? []) {
          if (error) throw error
          counts.push(Number(count))
        }
      }
      return counts
    }),
  }
}
