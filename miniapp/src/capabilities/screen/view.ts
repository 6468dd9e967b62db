import type { LocalText } from '@shared/endpoint'
import type { Board, HallDetail, WaitRange } from '@shared/halls'
import { clockTime, dateTime, serviceDay } from '@shared/time'
import { signOf } from '@/i18n/windowName'
import { type Calling, callKey } from './announce'

/** Unheard for so long, the board is shown as cut off, milliseconds: four missed polls. */
export const STALE_MS = 8000

export interface CallRow {
  readonly key: string
  readonly number: string
  readonly window: LocalText
  readonly state: Calling['state']
  readonly calls: number
  readonly at: number
}

export interface LineRow {
  readonly lineId: string
  readonly name: LocalText
  readonly waiting: number
  readonly wait: WaitRange | null
  readonly paused: boolean
}

export interface BoardView {
  /** The call being said aloud, else the newest one that still waits for its person; null when nobody is being called. */
  readonly now: CallRow | null
  /** Everybody else at a window: the still called before the served, latest first within both. */
  readonly rest: readonly CallRow[]
  readonly lines: readonly LineRow[]
}

/** The server’s time now, from its last answer and the phone’s or screen’s own running clock. */
export const serverTime = (asOf: number, receivedAt: number, now: number): number => asOf + Math.max(0, now - receivedAt)

/** When a closed hall opens next: the hour, with its date unless it is today. Null when that is not known. */
export const opensNext = (opensAt: number | null, serverNow: number): string | null => {
  if (opensAt === null || opensAt <= serverNow) return null
  return serviceDay(opensAt) === serviceDay(serverNow) ? clockTime(opensAt) : dateTime(opensAt).slice(5)
}

/** The hall has closed and nobody is left to be called; during a break those who wait still are. */
export const isOver = ({ open, calling, lines }: Pick<Board, 'open' | 'calling' | 'lines'>): boolean =>
  !open && calling.length === 0 && lines.every(({ waiting }) => waiting === 0)

/** True when nothing was heard for longer than a few polls: what is shown is the past. */
export const isStale = (receivedAt: number, now: number): boolean => now - receivedAt > STALE_MS

/** What a window is called on the wall and aloud; one the hall no longer lists still reads as a window. */
export const windowName = (hall: Pick<HallDetail, 'windows'>, windowId: string): LocalText =>
  signOf(hall.windows.find((window) => window.windowId === windowId)?.name, windowId)

const rowOf = (hall: HallDetail) => (calling: Calling): CallRow => ({
  key: callKey(calling), number: calling.number, window: windowName(hall, calling.windowId), state: calling.state, calls: calling.calls, at: calling.at,
})

/** The board as the hall sees it. `saying`: the `callKey` of the call being said aloud, so that ear and eye are told the same. */
export const boardView = (board: Board, hall: HallDetail, saying: string | null = null): BoardView => {
  const latestFirst = [...board.calling].sort((one, other) => other.at - one.at)
  const called = latestFirst.filter((calling) => calling.state === 'called')
  const serving = latestFirst.filter((calling) => calling.state === 'serving')
  const rows = [...called, ...serving].map(rowOf(hall))
  const now = rows.find(({ key, state }) => state === 'called' && key === saying) ?? (called.length > 0 ? rows[0] : undefined) ?? null
  return {
    now,
    rest: rows.filter((row) => row !== now),
    lines: board.lines.map((line) => ({
      lineId: line.lineId, waiting: line.waiting, wait: line.wait, paused: line.paused,
      name: hall.lines.find((one) => one.lineId === line.lineId)?.name ?? { zh: line.lineId, en: line.lineId },
    })),
  }
}

/** One page of a list too long for the screen; pages are alike in length and follow each other with `turn`, round and round. */
export const pageOf = <T>(rows: readonly T[], perPage: number, turn: number): readonly T[] => {
  const pages = Math.max(1, Math.ceil(rows.length / perPage))
  const length = Math.ceil(rows.length / pages)
  const page = turn % pages
  return rows.slice(page * length, (page + 1) * length)
}
