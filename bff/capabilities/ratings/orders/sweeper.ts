import { Round } from '../../../round'
import type { LocalName, OrderStore } from './port'

const HALLS_AT_ONCE = 32

export interface OrderSweeperParts {
  readonly orders: Pick<OrderStore, 'dueBefore' | 'escalate' | 'warn'>
  /** All places that may have orders, `online` among them. */
  readonly halls: readonly string[]
  /** Who takes over what is overdue there. */
  readonly leaderOf: (hallId: string) => LocalName
  /** So long before it is due an order is told to be near. */
  readonly warnMs: number
  readonly clock: () => number
  readonly everyMs: number
}

/** Gives overdue orders to a named leader, and tells of those that are nearly due. Every process may run it: each is done once. */
export class OrderSweeper extends Round {
  constructor(private readonly parts: OrderSweeperParts, private readonly report: (hallId: string, error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => report('', error) })
  }

  /** Gives how many orders of all halls were given away or told of. */
  protected async round(): Promise<number> {
    const { halls } = this.parts
    let done = 0
    for (let i = 0; i < halls.length; i += HALLS_AT_ONCE) {
      const counts = await Promise.all(halls.slice(i, i + HALLS_AT_ONCE).map((hallId) => this.sweep(hallId)))
      done += counts.reduce((sum, count) => sum + count, 0)
    }
    return done
  }

  private async sweep(hallId: string): Promise<number> {
    const { orders, leaderOf, warnMs, clock } = this.parts
    let done = 0
    try {
      for (const ratingId of await orders.dueBefore(hallId, clock() + warnMs)) {
        if (await orders.escalate(ratingId, leaderOf(hallId), clock()) || await orders.warn(ratingId, clock())) done += 1
      }
    } catch (error) {
      this.report(hallId, error)
    }
    return done
  }
}
