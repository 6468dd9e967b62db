import type { Pending } from './pending'

type Job = (...given: unknown[]) => unknown

/** A poll or a clock rings later than this; whoever waits for the app to come to rest does not wait for it. */
const SOON_MS = 100

/** The timers of an app: what they call may throw without harm to us, and none outlives the app. */
export const createTimers = (pending: Pending, report: (thrown: unknown) => void) => {
  const running = new Map<number, () => void>()
  let last = 0
  const run = (job: Job, given: unknown[]): void => {
    try { job(...given) } catch (thrown) { report(thrown) }
  }
  const clear = (id: unknown): void => {
    running.get(Number(id))?.()
    running.delete(Number(id))
  }
  return {
    setTimeout: (job: Job, ms = 0, ...given: unknown[]): number => {
      const id = last += 1
      const ended = ms > SOON_MS ? () => undefined : pending.begin()
      const timer = setTimeout(() => { clear(id); run(job, given) }, ms)
      running.set(id, () => { clearTimeout(timer); ended() })
      return id
    },
    setInterval: (job: Job, ms = 0, ...given: unknown[]): number => {
      const id = last += 1
      const timer = setInterval(() => run(job, given), ms)
      running.set(id, () => clearInterval(timer))
      return id
    },
    clear,
    stop: (): void => { for (const id of [...running.keys()]) clear(id) },
  }
}
export type Timers = ReturnType<typeof createTimers>
