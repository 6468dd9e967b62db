import type { CaseSource, ChangeLog } from './port'

/** How much of one source is read in one round; the rest is read in the next. */
const MOST_PAGES = 10

export interface PollerParts {
  readonly sources: readonly Pick<CaseSource, 'sourceId' | 'changes'>[]
  readonly log: ChangeLog
  readonly everyMs: number
}

/**
 * Asks every source for what changed and writes it down as events. Every process runs it; of all of them one asks a source
 * within `everyMs`. A page that does not come, or cannot be read, moves nothing.
 */
export class ChangePoller {
  private timer: NodeJS.Timeout | undefined
  private readonly busy = new Set<string>()
  constructor(private readonly parts: PollerParts, private readonly report: (sourceId: string, error: unknown) => void) {}

  /** Begins at once: a source's changes count from when it was asked first. */
  start(): void {
    void this.check()
    this.timer = setInterval(() => { void this.check() }, this.parts.everyMs)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  /** One round; gives how many changes were new. A source that is still being read is left alone. */
  async check(): Promise<number> {
    const found = await Promise.all(this.parts.sources.filter(({ sourceId }) => !this.busy.has(sourceId)).map((source) => this.poll(source)))
    return found.reduce((sum, count) => sum + count, 0)
  }

  private async poll(source: Pick<CaseSource, 'sourceId' | 'changes'>): Promise<number> {
    this.busy.add(source.sourceId)
    try {
      return await this.follow(source)
    } catch (error) {
      this.report(source.sourceId, error)
      return 0
    } finally {
      this.busy.delete(source.sourceId)
    }
  }

  private async follow({ sourceId, changes }: Pick<CaseSource, 'sourceId' | 'changes'>): Promise<number> {
    // A little less than a round, so that the next one of the same process is not refused.
    const turn = await this.parts.log.begin(sourceId, Math.ceil(this.parts.everyMs * 0.9))
    if (!turn) return 0
    let [from, written] = [turn.cursor, 0]
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await changes(from)
      if (answer.kind !== 'answered') break
      const { value } = answer
      written += await this.parts.log.write(sourceId, value.changes, from, value.cursor)
      if (value.changes.length === 0 || value.cursor === from) break
      from = value.cursor
    }
    return written
  }
}
