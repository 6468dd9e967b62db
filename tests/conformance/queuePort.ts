import { describeCalling } from './queue/calling'
import { describeMoving } from './queue/moving'
import { describePolicy } from './queue/policy'
import { describeTaking } from './queue/taking'
import { describeWatching } from './queue/watching'
import type { OpenQueue } from './queue/world'

export { describeQueueFaults, type QueueFaults } from './queue/faults'
export { queueHall, NINE, type OpenQueue, type QueueWorld } from './queue/world'

/**
 * Every promise of a hall's queue, ours or a vendor's.
 * @param name of what keeps the promises
 * @param open opens a hall of its own for each test
 */
export const describeQueuePort = (name: string, open: OpenQueue): void => {
  describe(`the queue, kept by ${name}`, () => {
    describeTaking(open)
    describeCalling(open)
    describeMoving(open)
    describeWatching(open)
    describePolicy(open)
  })
}
