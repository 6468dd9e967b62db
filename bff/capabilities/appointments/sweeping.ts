import { Round } from '../../round'
import type { BookPort, DayOfLine } from './port'

export interface SweeperParts {
  readonly book: Pick<BookPort, 'sweep'>
  /** The line on the day as it is configured now; null when there is none any more. */
  readonly lineOf: (hallId: string, lineId: string, day: string) => DayOfLine | null
  readonly clock: () => number
  readonly everyMs: number
}

/** Sees to it that an expired hold goes to whoever waits although nobody looks. Every process may run it. */
export class Sweeper extends Round {
  constructor(private readonly parts: SweeperParts, report: (error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: report })
  }

  /** Gives how many lines were looked at. */
  protected round(): Promise<number> {
    return this.parts.book.sweep(this.parts.clock(), this.parts.lineOf)
  }
}
