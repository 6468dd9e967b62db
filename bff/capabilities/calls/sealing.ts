import { serviceDay } from '@shared/time'
import { Round } from '../../round'
import type { CallLog } from './port'

const DAY_MS = 86_400_000
const AT_ONCE = 16
/** The day before is looked at in every so-manieth round: what is left of it ends soon, and whoever asks for it has it sealed. */
const YESTERDAY_EVERY = 30

export interface CallSealerParts {
  readonly log: Pick<CallLog, 'changes' | 'seal'>
  /** Those whose queue is ours. */
  readonly halls: readonly string[]
  readonly clock: () => number
  readonly everyMs: number
}

/**
 * Seals what happened in the halls soon after it happened, so that it cannot be told otherwise later. Every process may run
 * it; of several the first one does. A failure is reported and tried again in the next round.
 */
export class CallSealer extends Round {
  private rounds = 0
  /** By day and hall, how many changes there were when it was sealed. */
  private readonly sealed = new Map<string, Map<string, number>>()
  constructor(private readonly parts: CallSealerParts, private readonly report: (hallId: string | null, error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => report(null, error) })
  }

  /** Gives how many entries were added in all halls. */
  protected async round(): Promise<number> {
    const now = this.parts.clock()
    const [today, yesterday] = [serviceDay(now), serviceDay(now - DAY_MS)]
    for (const day of this.sealed.keys()) if (day !== today && day !== yesterday) this.sealed.delete(day)
    const early = this.rounds % YESTERDAY_EVERY === 0 ? await this.day(yesterday) : 0
    this.rounds += 1
    return early + await this.day(today)
  }

  private async day(day: string): Promise<number> {
    const { halls, log } = this.parts
    const known = this.sealed.get(day) ?? new Map<string, number>()
    this.sealed.set(day, known)
    const counts = await log.changes(halls, day)
    const due = halls.flatMap((hallId, i) => ((counts[i] ?? 0) === (known.get(hallId) ?? 0) ? [] : [{ hallId, count: counts[i] ?? 0 }]))
    let added = 0
    for (let i = 0; i < due.length; i += AT_ONCE) {
      const sealed = await Promise.all(due.slice(i, i + AT_ONCE).map(async ({ hallId, count }) => {
        try {
          const entries = await log.seal(hallId, day)
          known.set(hallId, count)
          return entries
        } catch (error) {
          this.report(hallId, error)
          return 0
        }
      }))
      added += sealed.reduce((sum, entries) => sum + entries, 0)
    }
    return added
  }
}
