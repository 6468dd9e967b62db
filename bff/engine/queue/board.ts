import type { BoardLine, BoardRecord, BoardWindow, QueueHall, TicketRecord } from '../../capabilities/queue/port'
import type { Redis } from '../../platform/redis'
import { dayKey, PACE_SLOT_MS, paceSlot } from './keys'
import { accept, pairsOf } from '../reply'
import { ticketOf } from './reply'
import { queueScripts as scripts } from './scripts'

const PACE_SLOTS = 12
/** As in call_next.lua. */
const BREAK_MS = 900_000
type LineReply = [lineId: string, waiting: number, issued: number, paused: number, calls: number, firstCall: string, lastCall: string, next: string[], longest: string]
type WindowReply = [windowId: string, state: BoardWindow['state'], account: string, ticketId: string]

/** The hall at a glance, in one round trip. */
export const readBoard = async (redis: Redis, hall: QueueHall, now: number, next: number): Promise<BoardRecord> => {
  const key = dayKey(hall.hallId, now)
  const newest = paceSlot(now)
  const oldest = newest - PACE_SLOTS + 1
  const [paused, closed, lines, windows, named] = accept(await scripts.board.run(redis, [key], [
    hall.lines.map((line) => line.lineId).join(' '), hall.windows.map((window) => window.windowId).join(' '), oldest, newest, next,
  ])) as [number, number, LineReply[], WindowReply[], (string | string[])[]]

  const tickets = ticketsOf(named)
  const servingIn = (lineId: string): number => windows.filter(([, , , id]) => tickets.get(id)?.lineId === lineId).length
  /** Of work: after the last call a break goes on, as over midday, it is not counted. */
  const minutesOfWork = (firstCall: string, lastCall: string): number => {
    const until = now - Number(lastCall || now) < BREAK_MS ? now : Number(lastCall)
    return Math.max(1, (until - Math.max(oldest * PACE_SLOT_MS, Number(firstCall || now))) / 60_000)
  }
  return {
    asOf: now, paused: paused === 1, closed: closed === 1,
    lines: lines.map(([lineId, waiting, issued, linePaused, calls, firstCall, lastCall, following, longest]): BoardLine => ({
      lineId, waiting, issued, paused: linePaused === 1, minutes: minutesOfWork(firstCall, lastCall),
      // The calls that opened the windows after a break say nothing of how long a service takes.
      calls: Math.max(0, calls - (Number(firstCall || now) > oldest * PACE_SLOT_MS ? servingIn(lineId) : 0)),
      next: following.flatMap((id) => tickets.get(id) ?? []), longestSince: longestSince([...following, longest], tickets),
    })),
    windows: windows.map(([windowId, state, account, ticketId]): BoardWindow => ({
      windowId, state, account: account || null, current: tickets.get(ticketId) ?? null,
    })),
  }
}

const longestSince = (ids: readonly string[], tickets: ReadonlyMap<string, TicketRecord>): number | null => {
  const taken = ids.flatMap((id) => tickets.get(id)?.takenAt ?? [])
  return taken.length > 0 ? Math.min(...taken) : null
}

/** Ids and fields by turns; a ticket that is gone has no fields. */
const ticketsOf = (named: readonly (string | string[])[]): ReadonlyMap<string, TicketRecord> => {
  const tickets = new Map<string, TicketRecord>()
  for (let i = 0; i + 1 < named.length; i += 2) {
    const [id, flat] = [named[i] as string, named[i + 1] as string[]]
    if (flat.length > 0) tickets.set(id, ticketOf(id, pairsOf(flat)))
  }
  return tickets
}
