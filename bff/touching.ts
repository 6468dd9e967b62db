import type { BookPort } from './capabilities/appointments/port'
import type { QueueHall, QueuePort, TicketPosition } from './capabilities/queue/port'

/** A queue of which each act is followed at once. */
export const touchingQueue = (queue: QueuePort, touch: (hallId: string) => void): QueuePort => {
  const after = <Args extends readonly [QueueHall, ...unknown[]], T>(act: (...args: Args) => Promise<T>) => (...args: Args): Promise<T> => act(...args).finally(() => touch(args[0].hallId))
  return {
    ...queue, take: (order) => queue.take(order).finally(() => touch(order.hall.hallId)),
    cancel: after(queue.cancel), comeBack: after(queue.comeBack), defer: after(queue.defer), callNext: after(queue.callNext), recall: after(queue.recall),
    miss: after(queue.miss), transfer: after(queue.transfer), closeDay: after(queue.closeDay),
  }
}

/** A book of which each act that others are told of is followed at once; offers that nobody's act made are found soon. */
export const touchingBook = (book: BookPort, touch: (hallId: string) => void): BookPort => ({
  ...book,
  confirm: (line, ...rest) => book.confirm(line, ...rest).finally(() => touch(line.hallId)),
  cancel: (line, ...rest) => book.cancel(line, ...rest).finally(() => touch(line.hallId)),
  reschedule: (from, ...rest) => book.reschedule(from, ...rest).finally(() => touch(from.hallId)),
  unwait: (line, ...rest) => book.unwait(line, ...rest).finally(() => touch(line.hallId)),
  setSlot: (line, ...rest) => book.setSlot(line, ...rest).finally(() => touch(line.hallId)),
  closeDay: (hallId, ...rest) => book.closeDay(hallId, ...rest).finally(() => touch(hallId)),
})

/** A queue that tells nothing by itself: who took a number in it is told of. */
export const watchingQueue = (queue: QueuePort, watch: (owner: string, position: TicketPosition) => void): QueuePort => ({
  ...queue,
  take: async (order) => {
    const position = await queue.take(order)
    if (order.owner !== null) watch(order.owner, position)
    return position
  },
})
