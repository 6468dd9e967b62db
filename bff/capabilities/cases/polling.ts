import { Round } from '../../round'
import type { CaseSource, ChangeLog } from './port'

/** How much of one source is read in one round; the rest is read in the next. */
const MOST_PAGES = 10

export interface PollerParts {
  readonly source: Pick<CaseSource, 'sourceId' | 'changes'>
  readonly log: ChangeLog
  readonly everyMs: number
}

/**
 * Asks one source for what changed and writes it down as events; one that hangs or fails holds up no other. Every process runs
 * it; of all of them one asks within `everyMs`, beginning at once: a source's changes count from when it was asked first. A page
 * that does not come, or cannot be read, moves nothing.
 */
export class ChangePoller extends Round {
  constructor(private readonly parts: PollerParts, report: (error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: report, atOnce: true })
  }

  /** Gives how many changes were new. */
  protected async round(): Promise<number> {
    const { source: { sourceId, changes }, log, everyMs } = this.parts
    // A little less than a round, so that the next one of the same process is not refused.
    const turn = await log.begin(sourceId, Math.ceil(everyMs * 0.9))
    if (!turn) return 0
    let [from, written] = [turn.cursor, 0]
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await changes(from)
      if (answer.kind !== 'answered') break
      const { value } = answer
      written += await log.write(sourceId, value.changes, from, value.cursor)
      if (value.changes.length === 0 || value.cursor === from) break
      from = value.cursor
    }
    return written
  }
}
