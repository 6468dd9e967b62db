import { createHash } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import type { TicketClass } from '@shared/queue'
import type { Act, QueueHall, QueuePort, StaffRank, TakeOrder, TicketPosition, TicketRecord } from '../../capabilities/queue/port'
import { redisFailure, type Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { readBoard } from './board'
import { dayKey, paceSlot, secondsToKeep, ticketKey } from './keys'
import { accept } from '../reply'
import { positionOf } from './reply'
import { queueScripts as scripts } from './scripts'
import { newTicketId } from './ticketIds'
import { createVisits } from './visits'

/** A whole number for every weight up to 12, so that tags add up without rounding. */
const COST_SCALE = 27_720
const EXPIRE_PORTION = 200
const NO_LIMIT = 1_000_000

const costOf = (hall: QueueHall, ticketClass: TicketClass): number => COST_SCALE / hall.policy.weights[ticketClass]

/** Tells one act from another under the same key. */
const digestOf = (...parts: readonly (string | number | null)[]): string =>
  createHash('sha1').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)

export interface QueueEngineOptions {
  readonly redis: Redis
  /** How many days a ticket can still be read after its own. */
  readonly ticketDays: number
}

/** The built-in queue: every act is one script on the hall's keys, durable when Redis is. */
export const createQueueEngine = ({ redis, ticketDays }: QueueEngineOptions): QueuePort => {
  const visits = createVisits({ redis, ticketDays })
  const keep = (now: number): number => secondsToKeep(now, ticketDays)
  const keyOf = (ticketId: string): string => ticketKey(hallOfTicket(ticketId), ticketId)

  const read = async (ticketId: string, owner: string, seen: number | null): Promise<TicketPosition> =>
    positionOf(ticketId, accept(await scripts.read.run(redis, [keyOf(ticketId)], [owner, seen ?? ''])))

  /** What an act led to. It was carried out: when this cannot be read, the outcome is unknown, and the same act again tells. */
  const outcome = (ticketId: string, owner: string): Promise<TicketPosition> => read(ticketId, owner, null).catch((error: unknown) => {
    const failure = redisFailure(error)
    throw failure.code === 'UNAVAILABLE' ? Object.assign(new ContractError('UNKNOWN_OUTCOME'), { cause: failure.cause }) : failure
  })
  const record = async (ticketId: string): Promise<TicketRecord> => (await outcome(ticketId, '')).ticket

  const move = async (hall: QueueHall, ticketId: string, name: string, who: string, act: Act): Promise<void> => {
    accept(await scripts.move.run(redis, [keyOf(ticketId)],
      [act.now, ticketId, name, act.actor, who, act.key, digestOf(name, ticketId), keep(act.now), hall.callsBeforeMissed]))
  }
  const staffMove = (name: string) => async (hall: QueueHall, ticketId: string, rank: StaffRank, act: Act): Promise<TicketRecord> => {
    await move(hall, ticketId, name, rank, act)
    return record(ticketId)
  }

  const take = async (order: TakeOrder): Promise<TicketPosition> => {
    const { hall, lineId, now } = order
    const line = hall.lines.find((one) => one.lineId === lineId)
    if (!line) throw new ContractError('LINE_NOT_FOUND')
    const id = newTicketId(hall.hallId)
    // First, or a number could be held that its holder's list does not show.
    if (order.owner) await visits.remember(order.owner, hall.hallId, now)
    const reply = await scripts.take.run(redis, [dayKey(hall.hallId, now)], [
      now, id, lineId, order.class, order.priority ?? '', order.itemId ?? '', order.actor, order.owner ?? '', order.key,
      digestOf('take', hall.hallId, lineId, order.itemId, order.priority), order.booked ? NO_LIMIT : line.capacity,
      order.owner && !order.booked ? hall.limits.perLine : 0, hall.limits.perHall,
      costOf(hall, order.class), hall.policy.passLimit, order.presence?.nonce ?? '',
      order.presence ? Math.max(1, Math.ceil((order.presence.expiresAt - now) / 1000)) : 1, keep(now), keep(now), order.refusal ?? '', hall.limits.perDay,
    ])
    const [ticketId, done, number, ahead, seen] = accept(reply) as [string, string, string, number, number]
    if (done === 'replay') return outcome(ticketId, order.owner ?? '')
    const ticket: TicketRecord = {
      ticketId, hallId: hall.hallId, day: dayKey(hall.hallId, now).slice(-8), number, state: 'waiting', class: order.class, priority: order.priority,
      lineId, itemId: order.itemId, windowId: null, takenAt: now, calledAt: null, startedAt: null, endedAt: null, calls: 0, returned: false, defers: 0,
    }
    return { ticket, ahead: Number(ahead), paused: false, moved: [], seen: Number(seen) }
  }

  return {
    take,
    read: (ticketId, owner, seen) => harmless(() => read(ticketId, owner, seen)),
    listOf: (owner, now) => harmless(async () => {
      const halls = await visits.hallsOf(owner, now)
      const ids = await Promise.all(halls.map(async (hallId) => accept(await scripts.mine.run(redis, [dayKey(hallId, now)], [owner]))[0] as string[]))
      const found = await Promise.all(ids.flat().map((id) => read(id, owner, null)))
      return found.sort((a, b) => b.ticket.takenAt - a.ticket.takenAt)
    }),
    cancel: async (hall, ticketId, act) => {
      await move(hall, ticketId, 'cancel', 'citizen', act)
      return outcome(ticketId, act.actor)
    },
    comeBack: async (hall, ticketId, act) => {
      accept(await scripts.return.run(redis, [keyOf(ticketId)], [act.now, ticketId, act.actor, act.key, digestOf('return', ticketId), keep(act.now),
        hall.returnMinutes, hall.returnBehind, hall.limits.perLine, hall.limits.perHall]))
      return outcome(ticketId, act.actor)
    },
    defer: async (hall, ticketId, places, act) => {
      accept(await scripts.defer.run(redis, [keyOf(ticketId)], [act.now, ticketId, act.actor, act.key, digestOf('defer', ticketId, places), keep(act.now),
        places, hall.defersAllowed]))
      return outcome(ticketId, act.actor)
    },
    callNext: async (hall, windowId, act) => {
      const window = hall.windows.find((one) => one.windowId === windowId)
      if (!window) throw new ContractError('WINDOW_NOT_FOUND')
      const [ticketId] = accept(await scripts.call_next.run(redis, [dayKey(hall.hallId, act.now)],
        [act.now, windowId, act.actor, act.key, digestOf('call', windowId), keep(act.now), paceSlot(act.now), ...window.lineIds])) as [string]
      return record(ticketId)
    },
    recall: staffMove('recall'),
    start: staffMove('start'),
    finish: staffMove('finish'),
    miss: staffMove('miss'),
    transfer: async (hall, ticketId, lineId, rank, act) => {
      if (!hall.lines.some((line) => line.lineId === lineId)) throw new ContractError('LINE_NOT_FOUND')
      const { ticket: { class: ticketClass } } = await harmless(() => read(ticketId, '', null))
      accept(await scripts.transfer.run(redis, [keyOf(ticketId)], [act.now, ticketId, lineId, act.actor, rank, act.key,
        digestOf('transfer', ticketId, lineId), keep(act.now), costOf(hall, ticketClass), hall.policy.passLimit]))
      return record(ticketId)
    },
    setWindow: async (hall, windowId, state, account, rank, now) => {
      if (!hall.windows.some((window) => window.windowId === windowId)) throw new ContractError('WINDOW_NOT_FOUND')
      accept(await scripts.set_window.run(redis, [dayKey(hall.hallId, now)], [now, windowId, state, account, rank, keep(now)]))
    },
    setPaused: async (hall, lineId, paused, account, now) => {
      if (lineId !== null && !hall.lines.some((line) => line.lineId === lineId)) throw new ContractError('LINE_NOT_FOUND')
      accept(await scripts.pause.run(redis, [dayKey(hall.hallId, now)], [now, lineId ?? '', paused ? 1 : 0, account, keep(now)]))
    },
    board: (hall, now, next) => harmless(() => readBoard(redis, hall, now, next)),
    closeDay: async (hall, day, now) => {
      let total = 0
      for (;;) {
        const [ended] = accept(await scripts.close_day.run(redis, [dayKey(hall.hallId, day)], [now, EXPIRE_PORTION])) as [number]
        total += Number(ended)
        if (Number(ended) < EXPIRE_PORTION) return total
      }
    },
  }
}
