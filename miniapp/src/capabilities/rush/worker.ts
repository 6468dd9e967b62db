import type { ErrorCode } from '@shared/errors'
import type { SolveParts } from './solve'

/** Work lives two minutes on the server; older than this it is not sent, for it may not arrive in time. */
const GOOD_FOR_MS = 100_000
/** Whom the server has no time for comes back this much later, or up to twice as late: not all at once. */
const COME_BACK_MS = 2_000
const COME_BACK_TIMES = 2
const WORK_TIMES = 2

export interface WorkerParts extends SolveParts {
  readonly challenge: () => Promise<{ readonly challenge: string; readonly bits: number }>
  readonly solve: (challenge: string, bits: number) => Promise<string | null>
  /** The contract's code of a failure; null when there was no answer. */
  readonly codeOf: (failure: unknown) => ErrorCode | null
  readonly random: () => number
}

export interface RushWorker {
  /** Works ahead, e.g. while people wait for a release: what is asked for next goes along with it. May be called as often as one likes. */
  readonly prepare: () => void
  /**
   * Sends a hold. When a rush asks for work it is done unseen and the same is sent again with it; when the server is busy,
   * again a little later. `send` must use one and the same idempotency key. Throws what `send` threw last.
   */
  readonly holdWithWork: <T>(send: (work: string | undefined) => Promise<T>) => Promise<T>
}

export const createRushWorker = ({ challenge, solve, codeOf, now, pause, random }: WorkerParts): RushWorker => {
  /** What is being worked out, or was, and is not used yet. */
  let ahead: { readonly madeAt: number; readonly work: Promise<string | undefined>; done?: string } | undefined

  const workOut = async (): Promise<string | undefined> => {
    const asked = await challenge()
    return await solve(asked.challenge, asked.bits) ?? undefined
  }
  const fresh = () => (ahead && now() - ahead.madeAt < GOOD_FOR_MS ? ahead : undefined)
  const prepare = (): void => {
    if (fresh()) return
    const one: NonNullable<typeof ahead> = { madeAt: now(), work: workOut().catch(() => undefined) }
    ahead = one
    void one.work.then((work) => {
      if (work !== undefined) one.done = work
      else if (ahead === one) ahead = undefined
    })
  }
  /** Work is good for one act. */
  const takeAhead = (): typeof ahead => {
    const one = fresh()
    ahead = undefined
    return one
  }

  return {
    prepare,
    holdWithWork: async (send) => {
      const prepared = takeAhead()
      // What is not ready yet is not waited for: it may not be needed.
      let work = prepared?.done
      let pending = work === undefined ? prepared?.work : undefined
      for (let worked = 0, cameBack = 0; ;) {
        try {
          return await send(work)
        } catch (failure) {
          const code = codeOf(failure)
          if (code === 'WORK_NEEDED' && worked < WORK_TIMES) {
            worked += 1
            work = await pending ?? await workOut()
            pending = undefined
          } else if ((code === 'BUSY' || code === 'CLOCK_WRONG') && cameBack < COME_BACK_TIMES) {
            cameBack += 1
            await pause(COME_BACK_MS * (1 + random()))
          } else throw failure
        }
      }
    },
  }
}
