import { setTimeout as pause } from 'node:timers/promises'

/** A list of halls does not wait longer than this for who waits in them. */
const PATIENCE_MS = 400

/**
 * How many wait in each hall, for lists of halls. The counts are a help: a hall that is late or does not answer is left out, and
 * nobody waits for it again before it has answered.
 * @param ask how many wait in one hall
 */
export const createCounts = (ask: (hallId: string) => Promise<number>, patienceMs = PATIENCE_MS) => {
  const silent = new Set<string>()
  return async (hallIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const counted = new Map<string, number>()
    const count = (hallId: string): Promise<void> => ask(hallId).then((people) => {
      counted.set(hallId, people)
      silent.delete(hallId)
    }, () => { silent.add(hallId) })
    const awaited = hallIds.map((hallId) => (silent.has(hallId) ? void count(hallId) : count(hallId)))
    const patience = new AbortController()
    await Promise.race([Promise.all(awaited), pause(patienceMs, undefined, { signal: patience.signal, ref: false }).catch(() => undefined)])
    patience.abort()
    for (const hallId of hallIds) if (!counted.has(hallId)) silent.add(hallId)
    return new Map(counted)
  }
}
