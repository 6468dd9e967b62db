import type { AuditLog } from './port'

export interface AuditRoundParts {
  readonly log: Pick<AuditLog, 'seal'>
  /** Every place where something may happen. */
  readonly halls: readonly string[]
  readonly everyMs: number
  /** All halls are looked at in each so-many-th round: another process may have died before it sealed. */
  readonly allEvery: number
}

/** Seals what happened here at once, and now and then whatever happened anywhere. */
export class AuditRound {
  private timer: NodeJS.Timeout | undefined
  private busy = false
  private rounds = 0
  private readonly touched = new Set<string>()
  constructor(private readonly parts: AuditRoundParts, private readonly report: (hallId: string, error: unknown) => void) {}

  /** Something happened in this hall. */
  touch(hallId: string): void {
    this.touched.add(hallId)
  }

  start(): void {
    this.timer = setInterval(() => { void this.check() }, this.parts.everyMs)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** Gives how many entries were sealed. */
  async check(): Promise<number> {
    if (this.busy) return 0
    this.busy = true
    const halls = this.rounds % this.parts.allEvery === 0 ? this.parts.halls : [...this.touched]
    this.rounds += 1
    this.touched.clear()
    let sealed = 0
    for (const hallId of halls) {
      try {
        sealed += await this.parts.log.seal(hallId)
      } catch (error) {
        this.touched.add(hallId)
        this.report(hallId, error)
      }
    }
    this.busy = false
    return sealed
  }
}
