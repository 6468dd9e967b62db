import { createBench, type OpenBook } from './book/bench'
import { describeComing } from './book/coming'
import { describeHolding } from './book/holding'
import { describeMoving } from './book/moving'
import { describePersons } from './book/persons'
import { describeWaiting } from './book/waiting'

export { describeBookFaults, type FaultySystem, type WriteName } from './book/faults'

/**
 * What every appointment book promises, ours and an adapter to another. A new adapter is called with a function that opens it
 * on an empty book, and `describeBookFaults` with one that makes its system fail.
 */
export const describeBookPort = (name: string, open: OpenBook): void => {
  describe(name, () => {
    const bench = createBench(open)
    describeHolding(bench)
    describePersons(bench)
    describeMoving(bench)
    describeComing(bench)
    describeWaiting(bench)
  })
}
