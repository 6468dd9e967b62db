import { Round } from '../../round'
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
export class AuditRound extends Round {
  private rounds = 0
  private readonly touched = new Set<string>()
  constructor(private readonly parts: AuditRoundParts, private readonly report: (hallId: string, error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => report('', error) })
  }

  /** Something happened in this hall. */
  touch(hallId: string): void {
    this.touched.add(hallId)
  }

  /** Gives how many entries were sealed. */
  protected async round(): Promise<number> {
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
    return sealed
  }
}
