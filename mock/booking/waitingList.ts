import { Refusal } from './codes'
import type { Memory } from './memory'
import { earliest, hasRoom, type Waiting } from './source'

export interface WaitWish {
  readonly waitNo: string; readonly siteCode: string; readonly bizCode: string; readonly bizDate: string
  readonly begin: number; readonly end: number; readonly periods: number
  readonly bookerId: string; readonly visitorId: string; readonly visitorName: string; readonly matters: string
}

/** Who waits for a place on a full day. */
export const createWaitingList = (memory: Memory) => {
  const find = (waitNo: string, bookerId: string): Waiting => {
    const waiting = memory.waits.get(waitNo)
    if (waiting?.bookerId !== bookerId) throw new Refusal('B4001')
    return waiting
  }
  return {
    find,
    apply: (wish: WaitWish, now: number): Waiting => {
      const { waitNo, visitorName: _, ...asked } = wish
      const content = JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1)))
      const before = memory.waits.get(waitNo)
      if (before) {
        if (before.content !== content) throw new Refusal('A0506')
        return before
      }
      const source = memory.sourceOf(wish)
      if (source.waits.some(({ visitorId }) => visitorId === wish.visitorId)) throw new Refusal('B4002')
      const isFree = source.periods.some(({ begin }) => begin >= Math.max(wish.begin, earliest(source, now)) && (hasRoom(source, begin, wish.periods) ?? Infinity) <= wish.end)
      if (isFree) throw new Refusal('B4003')
      const waiting: Waiting = { ...wish, status: '1', offers: 0, offerDate: null, orderNo: null, content }
      memory.waits.set(waitNo, waiting)
      source.waits.push(waiting)
      return waiting
    },
    /** Ends a waiting; a place offered and not confirmed goes to the next. */
    cancel: (waitNo: string, bookerId: string, now: number): Waiting => {
      const waiting = find(waitNo, bookerId)
      if (waiting.status === '3') return waiting
      const order = waiting.orderNo === null ? undefined : memory.orders.get(waiting.orderNo)
      memory.endWaiting(waiting)
      if (order?.status === '10') memory.lapse(order)
      memory.dispatch(memory.sourceOf(waiting), now)
      return waiting
    },
    listOf: (bookerId: string): readonly Waiting[] => [...memory.waits.values()].filter((one) => one.bookerId === bookerId && one.status !== '3'),
    /** How many were asked for earlier; null when it ended. */
    aheadOf: (waiting: Waiting): number | null => {
      const place = waiting.status === '3' ? -1 : memory.sourceOf(waiting).waits.indexOf(waiting)
      return place < 0 ? null : place
    },
  }
}
export type WaitingList = ReturnType<typeof createWaitingList>
