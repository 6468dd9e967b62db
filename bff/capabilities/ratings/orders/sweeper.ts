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
export class OrderSweeper {
  private timer: NodeJS.Timeout | undefined
  constructor(private readonly parts: OrderSweeperParts, private readonly report: (hallId: string, error: unknown) => void) {}

  start(): void {
    this.timer = setInterval(() => { void this.check() }, this.parts.everyMs)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** One round over all halls; gives how many orders were given away or told of. */
  async check(): Promise<number> {
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
