import fc from 'fast-check'
import { randomInt } from 'node:crypto'

/** The seed of a random test, printed whether it passes or not. `SEED=<number>` repeats a run. */
export const announcedSeed = (): number => {
  const seed = Number(process.env.SEED) || randomInt(1, 2 ** 31)
  process.stdout.write(`seed ${seed}: ${expect.getState().currentTestName ?? ''}\n`)
  return seed
}

/** Checks a property on random input and prints the seed. Properties may be asynchronous. */
export const holds = async <T>(property: fc.IProperty<T> | fc.IAsyncProperty<T>, runs = 200): Promise<void> => {
  await fc.assert(property as fc.IAsyncProperty<T>, { seed: announcedSeed(), numRuns: runs })
}
