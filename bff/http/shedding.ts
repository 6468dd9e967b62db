import { endpoints, type EndpointName } from '@shared/endpoints'
import { ContractError } from '@shared/errors'
import type { Middleware } from 'koa'

/** What a crowd wants in the same second. All of them stand in one queue: it is the same Redis that they want. */
const inQueue: readonly EndpointName[] = ['holdSlot', 'joinWaitingList']
/** Who has waited so long is refused: a phone gives up after ten seconds, and would not hear a later answer. */
const LONGEST_WAIT_MS = 8_000

/** Made once: taking down where it was thrown is a tenth of what a refusal costs. */
const busy = new ContractError('BUSY')

export interface SheddingOptions {
  /** So many are served at once … */
  readonly seats: number
  /** … so many more may wait, and everybody else is refused at once. */
  readonly places: number
  readonly longestWaitMs?: number
}

export interface Shedding {
  /** Does it in its turn, first come first served. Throws BUSY, with nothing done, when its turn does not come. */
  readonly run: <T>(name: EndpointName, act: () => Promise<T>) => Promise<T>
  /** Nobody more may wait. */
  readonly isFull: () => boolean
}

/**
 * Refuses what this process cannot do in time before anything is asked of Redis, so that those who are refused hear it at
 * once and other pages stay quick.
 */
export const createShedding = ({ seats, places, longestWaitMs = LONGEST_WAIT_MS }: SheddingOptions): Shedding => {
  /** Each begins one who waits. A set keeps the order of arrival, and lets those go who have waited too long. */
  const waiting = new Set<() => void>()
  let seated = 0

  const isFull = (): boolean => seated >= seats && waiting.size >= places
  const seat = (): Promise<void> | undefined => {
    // Nobody passes those who wait, also when a seat is just free.
    if (seated < seats && waiting.size === 0) {
      seated += 1
      return undefined
    }
    if (isFull()) throw busy
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        waiting.delete(begin)
        reject(busy)
      }, longestWaitMs)
      const begin = (): void => {
        clearTimeout(giveUp)
        resolve()
      }
      waiting.add(begin)
    })
  }
  /** The seat goes over to who waits longest; it is never empty in between. */
  const leave = (): void => {
    const [next] = waiting
    if (!next) {
      seated -= 1
      return
    }
    waiting.delete(next)
    next()
  }

  return {
    isFull,
    run: async (name, act) => {
      if (!inQueue.includes(name)) return act()
      await seat()
      try {
        return await act()
      } finally {
        leave()
      }
    },
  }
}

const routes = new Map(inQueue.map((name) => [`${endpoints[name].method} ${endpoints[name].path}`, name]))

/** The same refusal before a body is read or a route is looked for: in a rush it is what most requests get, and must cost little. */
export const refuseEarly = (shedding: Shedding): Middleware => (ctx, next) => {
  const name = shedding.isFull() ? routes.get(`${ctx.method} ${ctx.path}`) : undefined
  if (name === undefined) return next()
  ctx.state.endpoint = name
  throw busy
}
