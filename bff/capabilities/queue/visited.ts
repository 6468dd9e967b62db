import type { QueuePort, Visits } from './port'

/**
 * A queue outside that is asked for a citizen's tickets only when they took one there today: whoever did not never waits for
 * it, nor misses anything when it is down.
 * @param serves whether a hall's queue is this one
 */
export const visited = (queue: QueuePort, visits: Visits, serves: (hallId: string) => boolean): QueuePort => ({
  ...queue,
  take: async (order) => {
    // First, or a number could be held that its holder's list does not show.
    if (order.owner !== null) await visits.remember(order.owner, order.hall.hallId, order.now)
    return queue.take(order)
  },
  listOf: async (owner, now) => ((await visits.hallsOf(owner, now)).some(serves) ? queue.listOf(owner, now) : []),
})
