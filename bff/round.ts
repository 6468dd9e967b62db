export interface RoundParts<Result> {
  readonly everyMs: number
  /** What a round gives that was skipped or that failed. */
  readonly idle: Result
  /** Is told of what a round threw; the next one tries again. What fails because we stop is no failure. */
  readonly failed: (error: unknown) => void
  /** Whether the first round comes with the start, not `everyMs` later. */
  readonly atOnce?: boolean
}

/** Something done again and again for as long as the process runs. One round at a time: one that takes long skips the next. */
export abstract class Round<Result = number> {
  private timer: NodeJS.Timeout | undefined
  private busy = false
  protected stopped = false
  protected constructor(private readonly pace: RoundParts<Result>) {}

  protected abstract round(): Promise<Result>

  start(): void {
    if (this.pace.atOnce) void this.check()
    this.timer = setInterval(() => { void this.check() }, this.pace.everyMs)
    this.timer.unref()
  }

  /** What is in hand is seen to its end; nothing new is begun. */
  stop(): void {
    clearInterval(this.timer)
    this.stopped = true
  }

  /** One round, now. Never rejects. */
  async check(): Promise<Result> {
    if (this.busy) return this.pace.idle
    this.busy = true
    try {
      return await this.round()
    } catch (error) {
      if (!this.stopped) this.pace.failed(error)
      return this.pace.idle
    } finally {
      this.busy = false
    }
  }
}
