import { serviceDay, startOfDay } from '@shared/time'
import { Round } from '../../round'
import type { Halls, QueueHall } from './port'

const DAY_MS = 86_400_000

export interface DayCloserParts {
  readonly halls: Halls
  /** Ends what belongs to the service day that begins at `dayStart`; may be repeated. Gives how much it ended. */
  readonly closeDay: (hall: QueueHall, dayStart: number, now: number) => Promise<number>
  readonly clock: () => number
  /** So many past days are looked at too: every process may have been down, and a day without hours ends as well. */
  readonly days: number
  readonly checkMs: number
}

/**
 * Ends each hall's day when its numbers expire. Every process may run it: ending a day twice changes
 * nothing. A failure is reported and tried again at the next check.
 */
export class DayCloser extends Round {
  /** Halls by service day. */
  private readonly closed = new Map<string, Set<string>>()
  constructor(private readonly parts: DayCloserParts, private readonly report: (hallId: string, error: unknown) => void) {
    super({ everyMs: parts.checkMs, idle: 0, failed: (error) => report('', error) })
  }

  /** Gives how many tickets of all halls were ended. */
  protected async round(): Promise<number> {
    const now = this.parts.clock()
    let ended = 0
    for (const hall of this.parts.halls.all()) {
      try {
        for (let ago = this.parts.days; ago >= 0; ago -= 1) ended += await this.closeIfOver(hall, serviceDay(now - ago * DAY_MS), now)
      } catch (error) {
        this.report(hall.hallId, error)
      }
    }
    this.closed.delete(serviceDay(now - (this.parts.days + 1) * DAY_MS))
    return ended
  }

  private async closeIfOver(hall: QueueHall, day: string, now: number): Promise<number> {
    const closed = this.closed.get(day) ?? new Set<string>()
    this.closed.set(day, closed)
    if (closed.has(hall.hallId)) return 0
    const dayStart = startOfDay(day)
    // On a day without hours there is nothing to wait for.
    if (now < (this.parts.halls.hoursAt(hall.hallId, dayStart).expiresAt ?? dayStart)) return 0
    const ended = await this.parts.closeDay(hall, dayStart, now)
    closed.add(hall.hallId)
    return ended
  }
}
