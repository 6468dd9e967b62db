import type { BookPort, DayOfLine } from './port'

export interface SweeperParts {
  readonly book: Pick<BookPort, 'sweep'>
  /** The line on the day as it is configured now; null when there is none any more. */
  readonly lineOf: (hallId: string, lineId: string, day: string) => DayOfLine | null
  readonly clock: () => number
  readonly everyMs: number
}

/** Sees to it that an expired hold goes to whoever waits although nobody looks. Every process may run it. */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined
  private busy = false
  constructor(private readonly parts: SweeperParts, private readonly report: (error: unknown) => void) {}

  start(): void {
    this.timer = setInterval(() => { void this.check() }, this.parts.everyMs)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** One round; gives how many lines were looked at. */
  async check(): Promise<number> {
    if (this.busy) return 0
    this.busy = true
    try {
      return await this.parts.book.sweep(this.parts.clock(), this.parts.lineOf)
    } catch (error) {
      this.report(error)
      return 0
    } finally {
      this.busy = false
    }
  }
}
