import type { Board, WaitRange } from '@shared/halls'
import { LRUCache } from 'lru-cache'
import type { BoardRecord, Halls, QueueHall, QueuePort } from './port'
import { estimateWait } from './wait'

const FRESH_MS = 1_000
/** The pace of the last hour moves slowly. */
const PACE_FRESH_MS = 10_000
const MOST_HALLS = 5_000

export interface CachedBoard { readonly board: Board; readonly json: string }

/** The board is the same for everyone: one read a second a hall, however many look (single flight). */
export class Boards {
  private readonly cache: LRUCache<string, CachedBoard>
  private readonly paces: LRUCache<string, BoardRecord>
  constructor(private readonly queueOf: (hall: QueueHall) => QueuePort, private readonly halls: Halls, private readonly clock: () => number) {
    this.cache = new LRUCache<string, CachedBoard>({
      max: MOST_HALLS, ttl: FRESH_MS, fetchMethod: (hallId) => this.load(hallId),
    })
    this.paces = new LRUCache<string, BoardRecord>({
      // A board that is read meanwhile is as good as the one asked for.
      max: MOST_HALLS, ttl: PACE_FRESH_MS, ignoreFetchAbort: true, fetchMethod: (hallId) => this.read(hallId, this.clock()),
    })
  }

  async get(hall: QueueHall): Promise<CachedBoard> {
    return this.cache.forceFetch(hall.hallId)
  }

  /** Whether this is still the board that is told. */
  isFresh(hall: QueueHall, board: CachedBoard): boolean {
    return this.cache.peek(hall.hallId) === board
  }

  /** The wait behind so many people, by the pace of the line, which may be some seconds old. */
  async waitIn(hall: QueueHall, lineId: string, ahead: number): Promise<WaitRange | null> {
    return this.waitBy(await this.paces.forceFetch(hall.hallId), hall, lineId, ahead, this.clock())
  }

  /**
   * In minutes of the clock, over a midday break too. Null while nobody is called in the line, and when the hall is likelier
   * to close before.
   */
  private waitBy(record: BoardRecord, hall: QueueHall, lineId: string, ahead: number, now: number): WaitRange | null {
    const line = record.lines.find((one) => one.lineId === lineId)
    const calling = hall.windows.some(({ windowId, lineIds }) =>
      lineIds.includes(lineId) && record.windows.some((window) => window.windowId === windowId && window.state === 'open'))
    if (!line || !calling || line.paused || record.paused) return null
    const working = estimateWait(ahead, line.calls, line.minutes)
    if (!working) return null
    const after = (minutes: number): number | null => this.halls.afterOpenMinutes(hall.hallId, now, minutes)
    const [low, high] = [after(working.low), after(working.high)]
    if (low === null || high === null) return null
    return { ...working, low: Math.floor((low - now) / 60_000), high: Math.ceil((high - now) / 60_000) }
  }

  private read(hallId: string, now: number): Promise<BoardRecord> {
    const hall = this.halls.find(hallId) as QueueHall
    return this.queueOf(hall).board(hall, now, 0)
  }

  private async load(hallId: string): Promise<CachedBoard> {
    const now = this.clock()
    const record = await this.read(hallId, now)
    this.paces.set(hallId, record)
    const hall = this.halls.find(hallId) as QueueHall
    const board = boardView(hall, record, this.halls.hoursAt(hallId, now).open, (lineId, ahead) => this.waitBy(record, hall, lineId, ahead, now))
    return { board, json: JSON.stringify(board) }
  }
}

const boardView = (hall: QueueHall, record: BoardRecord, open: boolean, waitIn: (lineId: string, ahead: number) => WaitRange | null): Board => ({
  hallId: hall.hallId, asOf: record.asOf, open: open && !record.closed, paused: record.paused,
  lines: record.lines.map(({ lineId, waiting, issued, paused }) => ({ lineId, waiting, issued, paused, wait: waitIn(lineId, waiting) })),
  calling: record.windows
    .flatMap(({ windowId, current }) => (current && (current.state === 'called' || current.state === 'serving')
      ? [{ number: current.number, lineId: current.lineId, windowId, at: current.calledAt ?? record.asOf, calls: current.calls, state: current.state as 'called' | 'serving' }]
      : []))
    .sort((a, b) => b.at - a.at),
})
