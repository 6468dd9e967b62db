import { serviceDay } from '@shared/time'
import { Round } from '../../round'
import { queueIncrements, ratingIncrements } from './increments'
import type { EventLogs, FigureStore, Increment, LogName } from './port'

const DAY_MS = 86_400_000
const PORTION = 200
/** Few, so that whoever else is served by this process does not wait for all. */
const ASKED_AT_ONCE = 100
/** A day that is over is looked at in each so-many-th round: what is written to it comes late and seldom. */
const YESTERDAY_EVERY = 15
/** A bad rating of a window's day that is this one in number is told to the supervisor. */
const TELL_AT = 3

export interface ProjectorParts {
  readonly logs: EventLogs
  readonly figures: FigureStore
  /** Every place that may have a log: the halls, and `online`. */
  readonly halls: readonly { readonly hallId: string; readonly district: string; readonly promisedMinutes: number }[]
  readonly codeOf: (itemId: string) => string | null
  readonly clock: () => number
  readonly everyMs: number
  /** So many past days of queues are looked at when we begin: nobody may have counted for a while. */
  readonly days: number
  /** Names this process among those that want to count. */
  readonly holder: string
}

/**
 * Counts what happens in all halls into the figures, log by log, each entry once: what a stretch adds and how far it was counted
 * change together. One process counts at a time, which is a courtesy: two would be right as well. All figures can be had again
 * by counting the logs from their beginning.
 */
export class Projector extends Round {
  /** How far each log was counted when we looked last. */
  private readonly known = new Map<string, string>()
  private looked = ''
  private rounds = 0
  constructor(private readonly parts: ProjectorParts, private readonly report: (hallId: string, error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => report('', error) })
  }

  /** Gives how many entries were counted. */
  protected async round(): Promise<number> {
    const { figures, holder, everyMs } = this.parts
    return await figures.lease('projector', holder, 10 * everyMs) ? this.countAll() : 0
  }

  private async countAll(): Promise<number> {
    const now = this.parts.clock()
    const today = serviceDay(now)
    // A day that has begun leaves the one before to be counted to its end.
    const back = this.looked !== today ? this.parts.days : this.rounds % YESTERDAY_EVERY === 0 ? 1 : 0
    this.rounds += 1
    const days = Array.from({ length: back + 1 }, (_, ago) => serviceDay(now - ago * DAY_MS))
    const logs = this.parts.halls.flatMap(({ hallId }): LogName[] => [null, ...days].map((day) => ({ hallId, day })))
    let counted = 0
    for (let i = 0; i < logs.length; i += ASKED_AT_ONCE) counted += await this.some(logs.slice(i, i + ASKED_AT_ONCE))
    if (back > 1) for (const name of this.known.keys()) if (!name.endsWith('/') && !days.some((day) => name.endsWith(`/${day}`))) this.known.delete(name)
    this.looked = today
    return counted
  }

  private async some(logs: readonly LogName[]): Promise<number> {
    const strange = logs.filter((log) => !this.known.has(nameOf(log)))
    const cursors = strange.length > 0 ? await this.parts.figures.cursors(strange) : []
    strange.forEach((log, i) => this.known.set(nameOf(log), cursors[i] ?? ''))
    const longer = await this.parts.logs.longer(logs.map((log) => ({ ...log, after: this.known.get(nameOf(log)) || '0' })))
    let counted = 0
    for (const log of logs.filter((_, i) => longer[i])) {
      try {
        counted += await this.count(log)
      } catch (error) {
        this.known.delete(nameOf(log))
        this.report(log.hallId, error)
      }
    }
    return counted
  }

  /** Counts a log to its end. */
  private async count(log: LogName): Promise<number> {
    let counted = 0
    for (;;) {
      const from = this.known.get(nameOf(log)) ?? ''
      const entries = await this.read(log, from || '0')
      const last = entries.at(-1)
      if (!last) return counted
      if (!await this.parts.figures.add(log, from || null, last.id, entries.flatMap(({ increments }) => increments))) {
        // Somebody else has counted meanwhile; where they are is read anew in the next round.
        this.known.delete(nameOf(log))
        return counted
      }
      this.known.set(nameOf(log), last.id)
      counted += entries.length
      if (entries.length < PORTION) return counted
    }
  }

  private async read({ hallId, day }: LogName, after: string): Promise<{ readonly id: string; readonly increments: Increment[] }[]> {
    const { logs, halls, codeOf } = this.parts
    if (day === null) return (await logs.ratings(hallId, after, PORTION)).map(({ id, event }) => ({ id, increments: event ? ratingIncrements(event, TELL_AT) : [] }))
    const hall = halls.find((one) => one.hallId === hallId)
    if (!hall) return []
    return (await logs.queue(hallId, day, after, PORTION)).map(({ id, event }) => ({ id, increments: event ? queueIncrements(event, { ...hall, day, codeOf }) : [] }))
  }
}

const nameOf = ({ hallId, day }: LogName): string => `${hallId}/${day ?? ''}`
