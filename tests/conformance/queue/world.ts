import { randomBytes } from 'node:crypto'
import type { Act, QueueHall, QueuePort, TakeOrder, TicketPosition } from '../../../bff/capabilities/queue/port'

/** 2026-01-05 09:00 in Asia/Shanghai, a Monday. */
export const NINE = Date.UTC(2026, 0, 5, 1)
export const MINUTE = 60_000
export const newKey = (): string => randomBytes(15).toString('base64url')

/** One hall's queue, and the time by which it goes. */
export interface QueueWorld {
  readonly queue: QueuePort
  readonly hall: QueueHall
  readonly time: { now: number }
}
/** Opens a hall in which nothing has happened yet, on a Monday at nine; its numbers begin with 1 unless another is given. */
export type OpenQueue = (changes?: Partial<QueueHall>, firstNumber?: number) => Promise<QueueWorld>

/** Lines A and B, five windows that serve both; a test changes what it is about. */
export const queueHall = (hallId: string, changes: Partial<QueueHall> = {}): QueueHall => {
  const text = (zh: string) => ({ zh, en: zh })
  return {
    hallId, name: text('测试大厅'), lines: ['A', 'B'].map((lineId) => lineOf(lineId)),
    windows: ['1', '2', '3', '4', '5'].map((windowId) => ({ windowId, name: text(windowId), lineIds: ['A', 'B'] })),
    policy: { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: 10 }, limits: { perLine: 1, perHall: 2, perDay: 1_000 },
    callsBeforeMissed: 3, returnMinutes: 30, returnBehind: 3, defersAllowed: 2, ...changes,
  }
}
export const lineOf = (lineId: string, capacity = 5_000): QueueHall['lines'][number] =>
  ({ lineId, name: { zh: `业务${lineId}`, en: `Line ${lineId}` }, itemIds: [], capacity, priorities: ['elder', 'green-lane'] })
/** Windows that serve one line each. */
export const windowsFor = (...lineIds: string[]): QueueHall['windows'] =>
  lineIds.map((lineId, i) => ({ windowId: String(i + 1), name: { zh: `${i + 1}`, en: `${i + 1}` }, lineIds: [lineId] }))

export const refused = (code: string, details?: object): unknown => expect.objectContaining({ code, ...(details && { details }) })

let people = 0
/** What people do in a hall, in few words. Each act has a fresh key unless the test gives one. */
export const enter = async (open: OpenQueue, changes?: Partial<QueueHall>, firstNumber?: number) => {
  const world = await open(changes, firstNumber)
  const { queue, hall, time } = world
  const act = (actor: string, key = newKey()): Act => ({ actor, key, now: time.now })
  const staff = (name: 'recall' | 'start' | 'finish' | 'miss') => (windowId: string, ticketId: string, key?: string) => queue[name](hall, ticketId, 'clerk', act(`clerk${windowId}`, key))
  const [recall, start, finish, miss] = [staff('recall'), staff('start'), staff('finish'), staff('miss')]
  const board = (next = 10_000) => queue.board(hall, time.now, next)
  return {
    ...world, act, recall, start, finish, miss, board,
    later: (minutes: number): void => { time.now += minutes * MINUTE },
    take: (order: Partial<TakeOrder> = {}): Promise<TicketPosition> => {
      const owner = order.owner === undefined ? `citizen${people += 1}` : order.owner
      return queue.take({ hall, lineId: 'A', class: 'ordinary', priority: null, itemId: null, presence: null, now: time.now, key: newKey(), actor: owner ?? 'desk-1', ...order, owner })
    },
    open: (...windowIds: string[]) => Promise.all(windowIds.map((windowId) => queue.setWindow(hall, windowId, 'open', `clerk${windowId}`, 'clerk', time.now))),
    call: (windowId: string, key?: string) => queue.callNext(hall, windowId, act(`clerk${windowId}`, key)),
    serve: async (windowId: string, ticketId: string) => {
      await start(windowId, ticketId)
      return finish(windowId, ticketId)
    },
    missAfterCalls: async (windowId: string, ticketId: string) => {
      for (let i = 1; i < hall.callsBeforeMissed; i += 1) await recall(windowId, ticketId)
      return miss(windowId, ticketId)
    },
    /** Numbers in the order in which they would be called. */
    order: async (lineId = 'A'): Promise<string[]> => ((await board()).lines.find((line) => line.lineId === lineId)?.next ?? []).map(({ number }) => number),
  }
}
export type Inside = Awaited<ReturnType<typeof enter>>
