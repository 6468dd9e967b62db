import { retryDelay } from '@/platform/retry'

export interface PollingParts<T> {
  readonly ask: () => Promise<T>
  readonly onAnswer: (answer: T) => void
  /** Told of every failure; `stop` when asking again is pointless (signed out, not mine). */
  readonly onFailure: (error: unknown) => 'again' | 'stop'
  /** Seconds until the next question, as the server named it; null when nothing can change any more. */
  readonly paceSeconds: (answer: T) => number | null
  /** The pace last named, before this began; null when none was. */
  readonly lastPace?: number | null
  /** 0 ≤ n < 1; spreads the retries of many phones after an outage. */
  readonly random?: () => number
}

export interface Polling {
  /** Asks at once. Calling it again while running does nothing. */
  start(): void
  /** Ends for good; an answer still under way is dropped. */
  stop(): void
  /** The page went out of sight: no more questions. */
  hide(): void
  /** The page is seen again: ask at once. */
  show(): void
  /** The network is back, or the citizen asked: ask at once. */
  now(): void
  /** False once it has ended, of itself or by `stop`. */
  running(): boolean
}

export const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000
/** Before the server has named a pace: somebody opening their number wants to see it. */
const UNKNOWN_PACE_SECONDS = 10
const SHORTEST_PACE_SECONDS = 1

/** Retries slow down to half the pace, no further: whoever is next must hear of the call as soon as the server can be reached. */
export const longestRetry = (paceSeconds: number | null): number =>
  Math.min(LONGEST_RETRY_MS, Math.max(2 * (paceSeconds ?? UNKNOWN_PACE_SECONDS), 5) * 1000)

/**
 * Asks again and again at the server's pace, one question at a time.
 * It does not stop when the phone says it is offline, for phones are sometimes wrong: it backs off.
 */
export const createPolling = <T>({ ask, onAnswer, onFailure, paceSeconds, lastPace = null, random = Math.random }: PollingParts<T>): Polling => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: 'new' | 'running' | 'ended' = 'new'
  let asking = false
  let hidden = false
  /** Shown again or back online while a question from before was under way: its answer may be old. */
  let askOnceMore = false
  let failures = 0
  let latestPace = lastPace

  const wait = (ms: number): void => {
    clearTimeout(timer)
    if (state === 'running' && !hidden) timer = setTimeout(() => { void turn() }, ms)
  }

  const settled = (nextMs: number | null): void => {
    asking = false
    if (nextMs === null) state = 'ended'
    else wait(askOnceMore ? 0 : nextMs)
    askOnceMore = false
  }

  const turn = async (): Promise<void> => {
    if (state !== 'running') return
    asking = true
    try {
      const answer = await ask()
      if (state !== 'running') return
      failures = 0
      onAnswer(answer)
      const pace = paceSeconds(answer)
      latestPace = pace ?? latestPace
      settled(pace === null ? null : Math.max(SHORTEST_PACE_SECONDS, pace) * 1000)
    } catch (error) {
      if (state !== 'running') return
      failures += 1
      settled(onFailure(error) === 'stop' ? null : retryDelay(failures, FIRST_RETRY_MS, longestRetry(latestPace), random()))
    }
  }

  const now = (): void => {
    if (state !== 'running' || hidden) return
    clearTimeout(timer)
    if (asking) askOnceMore = true
    else void turn()
  }

  return {
    start: () => {
      if (state !== 'new') return
      state = 'running'
      if (!hidden) void turn()
    },
    stop: () => { state = 'ended'; clearTimeout(timer) },
    hide: () => { hidden = true; clearTimeout(timer) },
    show: () => {
      if (!hidden) return
      hidden = false
      now()
    },
    now,
    running: () => state === 'running',
  }
}
