import { serviceDay } from '@shared/time'
import { Round } from '../../round'
import type { FigureStore, HallNow, LineNow, WaitsNow } from './port'

const HALLS_AT_ONCE = 16
/** So long a line may be over its promise before the supervisor is told. */
const TELL_AFTER_MS = 15 * 60_000

export interface SamplerParts {
  readonly waits: WaitsNow
  readonly figures: Pick<FigureStore, 'keepNow' | 'readNow' | 'tell' | 'lease'>
  readonly promisedMinutes: (hallId: string) => number
  readonly clock: () => number
  readonly everyMs: number
  readonly holder: string
}

/** Looks at the queues of all open halls now and then: who waits, how long, and since when longer than promised. */
export class WaitSampler extends Round {
  constructor(private readonly parts: SamplerParts, report: (error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: report })
  }

  /** One look at all; gives how many halls answered. */
  protected async round(): Promise<number> {
    const { figures, everyMs, holder } = this.parts
    return await figures.lease('sampler', holder, 4 * everyMs) ? this.look() : 0
  }

  private async look(): Promise<number> {
    const { waits, figures, clock } = this.parts
    const now = clock()
    const before = new Map((await figures.readNow()).map((hall) => [hall.hallId, hall]))
    const open = waits.open(now)
    const seen: HallNow[] = []
    for (let i = 0; i < open.length; i += HALLS_AT_ONCE) {
      seen.push(...await Promise.all(open.slice(i, i + HALLS_AT_ONCE).map((hallId) => this.hall(hallId, now, before.get(hallId)))))
    }
    const closed = [...before.values()].filter(({ hallId, lines }) => lines.length > 0 && !open.includes(hallId))
    await figures.keepNow([...seen, ...closed.map(({ hallId }) => ({ hallId, at: now, answered: true, lines: [] }))])
    for (const { hallId, lines } of seen) for (const line of lines) await this.tell(hallId, line, now)
    return seen.filter(({ answered }) => answered).length
  }

  private async hall(hallId: string, now: number, before: HallNow | undefined): Promise<HallNow> {
    try {
      const promisedMs = this.parts.promisedMinutes(hallId) * 60_000
      const lines = (await this.parts.waits.read(hallId, now)).map(({ lineId, waiting, longestSince }): LineNow => {
        const waited = waiting === 0 || longestSince === null ? null : now - longestSince
        const over = waited !== null && waited > promisedMs
        const since = before?.lines.find((line) => line.lineId === lineId)?.overSince ?? now
        return { lineId, waiting, longestMinutes: waited === null ? null : Math.max(0, Math.floor(waited / 60_000)), overSince: over ? since : null }
      })
      return { hallId, at: now, answered: true, lines }
    } catch {
      // What it said last does not hold; its silence is shown.
      return { hallId, at: now, answered: false, lines: [] }
    }
  }

  private async tell(hallId: string, { lineId, overSince, longestMinutes }: LineNow, now: number): Promise<void> {
    if (overSince === null || now - overSince < TELL_AFTER_MS) return
    await this.parts.figures.tell({
      alertId: `long-wait.${serviceDay(now)}.${hallId}.${lineId}.${overSince}`, at: now, kind: 'long-wait', hallId, windowId: null, lineId, ratingId: null, amount: longestMinutes ?? 0,
    })
  }
}
