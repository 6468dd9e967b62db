import type { Halls, QueueHall, QueuePort } from './port'

const CHECK_EVERY_MS = 20_000
const DAY_MS = 86_400_000

/**
 * Ends each hall's day after its last opening hour. Every process may run it: ending a day twice changes
 * nothing. A failure is reported and tried again at the next check.
 */
export class DayCloser {
  /** Per hall, the end of the latest day that was closed. */
  private readonly closed = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  constructor(private readonly halls: Halls, private readonly queueOf: (hall: QueueHall) => QueuePort,
    private readonly clock: () => number, private readonly report: (hallId: string, error: unknown) => void) {}

  start(): void {
    this.timer = setInterval(() => { void this.check() }, CHECK_EVERY_MS)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** One round over all halls; gives how many tickets were ended. */
  async check(): Promise<number> {
    const now = this.clock()
    let ended = 0
    for (const hall of this.halls.all()) {
      // Yesterday too: a day that ends at midnight is over only in the next one, and a process may have been down.
      for (const at of [now - DAY_MS, now]) ended += await this.closeIfOver(hall, at, now)
    }
    return ended
  }

  private async closeIfOver(hall: QueueHall, day: number, now: number): Promise<number> {
    const { dayEndsAt } = this.halls.hoursAt(hall.hallId, day)
    if (dayEndsAt === null || now < dayEndsAt + hall.expireAfterClosingMinutes * 60_000) return 0
    if ((this.closed.get(hall.hallId) ?? 0) >= dayEndsAt) return 0
    try {
      // The last moment that belongs to the day, even when it ends at midnight.
      const ended = await this.queueOf(hall).closeDay(hall, dayEndsAt - 1, now)
      this.closed.set(hall.hallId, dayEndsAt)
      return ended
    } catch (error) {
      this.report(hall.hallId, error)
      return 0
    }
  }
}
