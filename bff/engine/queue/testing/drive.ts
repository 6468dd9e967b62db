import { randomBytes } from 'node:crypto'
import type { QueueHall, QueuePort, TakeOrder, TicketPosition } from '../../../capabilities/queue/port'

/** A hall for tests: lines A and B, five windows that serve both; override what the test is about. */
export const testHall = (overrides: Partial<QueueHall> = {}): QueueHall => {
  const text = (zh: string) => ({ zh, en: zh })
  const line = (lineId: string) => ({ lineId, name: text(lineId), itemIds: [], capacity: 100_000, priorities: ['elder', 'green-lane'] as const })
  return {
    hallId: 'testhall', name: text('测试大厅'), lines: [line('A'), line('B')],
    windows: ['1', '2', '3', '4', '5'].map((windowId) => ({ windowId, name: text(windowId), lineIds: ['A', 'B'] })),
    policy: { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: 10 },
    limits: { perLine: 1, perHall: 2, perDay: 1_000 }, callsBeforeMissed: 3, returnMinutes: 30, returnBehind: 3, defersAllowed: 2,
    ...overrides,
  }
}

/** 2026-01-05 09:00 in Asia/Shanghai, a Monday. */
export const NINE = Date.UTC(2026, 0, 5, 1)
export const newKey = (): string => randomBytes(12).toString('base64url')

let people = 0
/** One hall's queue spoken to in few words; each act has a fresh key unless the test gives one. */
export const drive = (queue: QueuePort, hall: QueueHall) => {
  const act = (actor: string, now: number, key = newKey()) => ({ actor, now, key })
  return {
    take: (order: Partial<TakeOrder> = {}): Promise<TicketPosition> => {
      const owner = order.owner === undefined ? `citizen${people += 1}` : order.owner
      return queue.take({
        hall, lineId: 'A', class: 'ordinary', priority: null, itemId: null, presence: null, now: NINE, key: newKey(), actor: owner ?? 'desk1', ...order, owner,
      })
    },
    open: (windowId: string, account = `clerk${windowId}`, now = NINE) => queue.setWindow(hall, windowId, 'open', account, 'clerk', now),
    call: (windowId: string, now = NINE, key = newKey()) => queue.callNext(hall, windowId, act(`clerk${windowId}`, now, key)),
    miss: async (windowId: string, ticketId: string, now = NINE) => {
      for (let i = 1; i < hall.callsBeforeMissed; i += 1) await queue.recall(hall, ticketId, 'clerk', act(`clerk${windowId}`, now))
      return queue.miss(hall, ticketId, 'clerk', act(`clerk${windowId}`, now))
    },
    serve: async (windowId: string, ticketId: string, now = NINE) => {
      await queue.start(hall, ticketId, 'clerk', act(`clerk${windowId}`, now))
      return queue.finish(hall, ticketId, 'clerk', act(`clerk${windowId}`, now))
    },
    act,
    /** Numbers in the order in which they would be called. */
    order: async (lineId = 'A', now = NINE): Promise<string[]> => {
      const { lines } = await queue.board(hall, now, 1000)
      return (lines.find((line) => line.lineId === lineId)?.next ?? []).map((ticket) => ticket.number)
    },
  }
}
