import { DelayedError, Queue, UnrecoverableError, Worker, type Job, type JobsOptions } from 'bullmq'
import { setTimeout as pause } from 'node:timers/promises'
import { Postponed, readFailure, Undelivered } from '../../capabilities/notifications/errors'
import type { MessageJobs, Notice, ParkedJobs } from '../../capabilities/notifications/port'
import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import { connectForJobs, type Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'

/** In one slot of a Redis Cluster. */
const PREFIX = '{bull}'
/** What is urgent stands in a line of its own: nothing slow or bulky is before it. */
const lines = ['calls', 'messages'] as const
type Line = (typeof lines)[number]
const URGENT_TRIES = 8
/** More than the longest pauses fit into the days that anything is worth telling. */
const TRIES = 1_000
const URGENT_FIRST_MS = 1_000
const FIRST_MS = 5_000
const LONGEST_MS = 600_000
/** What is done is remembered a little longer than anybody may follow the same log once more. */
const DONE = { age: 600, count: 20_000 }
const PARKED = { age: 7 * 86_400, count: 10_000 }
const MOST_TIDIED = 1_000
/** Who dies with a job in hand has it taken over after so long. */
const LOCK_MS = 10_000
const STALLED_MS = 5_000
/** Somebody dies with the same job again and again: then it is parked. */
const MOST_STALLS = 5

/** Whoever stops does not wait for a Redis that is away. */
const STOP_MS = 6_000
const soon = (closing: Promise<void>): Promise<void> => Promise.race([closing.catch(() => undefined), pause(STOP_MS, undefined, { ref: false })])

export interface JobState { readonly waiting: number; readonly delayed: number; readonly active: number; readonly parked: number }
export interface MessageQueue extends MessageJobs, ParkedJobs {
  readonly state: () => Promise<JobState>
  /** Ends what was kept long enough, also when nothing else happens. */
  readonly tidy: () => Promise<void>
  readonly close: () => Promise<void>
}

const isUrgent = ({ about: { kind } }: Notice, urgent: readonly string[]): boolean => urgent.includes(kind)
/** A notice at rest: what it is about is sealed, for it may say what somebody has to do with an office. */
type Kept = Omit<Notice, 'about'> & { readonly kind: Notice['about']['kind']; readonly sealed: string }
const contextOf = (noticeId: string): string => `message job ${noticeId}`
const keptOf = ({ about, ...rest }: Notice, sealing: Sealing): Kept => ({ ...rest, kind: about.kind, sealed: sealing.seal(JSON.stringify(about), contextOf(rest.noticeId)) })
const noticeOf = ({ kind: _, sealed, ...rest }: Kept, sealing: Sealing): Notice => {
  const text = sealing.open(sealed, contextOf(rest.noticeId))
  if (text === null) throw new Error('a message can no longer be opened')
  return { ...rest, about: JSON.parse(text) as Notice['about'] }
}
/** The second try soon, each later one after twice as long; null when it would come too late. */
export const pauseAfter = (tries: number, urgent: boolean, leftMs: number): number | null => {
  const pauseMs = Math.min((urgent ? URGENT_FIRST_MS : FIRST_MS) * 2 ** (tries - 1), LONGEST_MS)
  return pauseMs < leftMs ? pauseMs : null
}

const optionsOf = (notice: Notice, urgent: boolean, now: number): JobsOptions => ({
  jobId: notice.noticeId, attempts: urgent ? URGENT_TRIES : TRIES, backoff: { type: 'custom' }, removeOnComplete: DONE, removeOnFail: PARKED, stackTraceLimit: 1,
  ...(notice.dueAt !== null && notice.dueAt > now && { delay: notice.dueAt - now }),
})

/** Messages on their way as jobs in Redis (BullMQ). A job is named by its notice, so that the same is taken once. */
export const createMessageQueue = (redis: Redis, urgent: readonly string[], sealing: Sealing): MessageQueue => {
  const queueOf = (line: Line): Queue<Kept> => {
    // Its scripts are made known on the connection at once; nothing waits for one that is not there.
    const queue = new Queue<Kept>(line, { connection: redis, prefix: PREFIX, skipVersionCheck: true, skipWaitingForReady: true, skipMetasUpdate: true })
    queue.on('error', () => undefined)
    return queue
  }
  const [calls, messages] = [queueOf('calls'), queueOf('messages')]
  const both = [calls, messages]
  const parkedIn = async (parkedId: string): Promise<Job<Kept> | null> => {
    for (const queue of both) {
      const job = await queue.getJob(parkedId)
      if (job && await job.getState() === 'failed') return job
    }
    return null
  }
  return {
    add: (notices, now) => harmless(async () => {
      // Calls first: they are waited for most.
      for (const [queue, isCall] of [[calls, true], [messages, false]] as const) {
        const some = notices.filter((notice) => isUrgent(notice, urgent) === isCall)
        if (some.length > 0) await queue.addBulk(some.map((notice) => ({ name: notice.about.kind, data: keptOf(notice, sealing), opts: optionsOf(notice, isCall, now) })))
      }
    }),
    list: (most) => harmless(async () => {
      const [jobs, totals] = await Promise.all([Promise.all(both.map((queue) => queue.getFailed(0, most - 1))), Promise.all(both.map((queue) => queue.getFailedCount()))])
      const parked = jobs.flat().filter(Boolean).map((job) => ({
        parkedId: job.id ?? '', kind: job.data.kind, ...readFailure(job.failedReason ?? ''), tries: job.attemptsMade, parkedAt: job.finishedOn ?? job.timestamp, validUntil: job.data.validUntil,
      }))
      return { total: totals.reduce((sum, total) => sum + total, 0), parked: parked.sort((a, b) => b.parkedAt - a.parkedAt).slice(0, most) }
    }),
    replay: (parkedId) => harmless(async () => {
      const job = await parkedIn(parkedId)
      if (job === null) return false
      await job.updateData({ ...job.data, replays: (job.data.replays ?? 0) + 1 })
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
      return true
    }),
    state: () => harmless(async () => {
      const found = await Promise.all(both.map((queue) => queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed')))
      const sum = (...states: readonly string[]): number => found.reduce((total, counts) => total + states.reduce((some, state) => some + (counts[state] ?? 0), 0), 0)
      return { waiting: sum('wait', 'prioritized'), delayed: sum('delayed'), active: sum('active'), parked: sum('failed') }
    }),
    tidy: () => harmless(async () => {
      for (const queue of both) {
        await queue.clean(PARKED.age * 1_000, MOST_TIDIED, 'failed')
        await queue.clean(DONE.age * 1_000, MOST_TIDIED, 'completed')
      }
    }),
    close: async () => { await soon(Promise.all(both.map((queue) => queue.close())).then(() => undefined)) },
  }
}

export interface MessageWorkerParts {
  readonly redisUrl: string
  readonly logger: Logger
  readonly clock: Clock
  readonly sealing: Sealing
  /** Brings one by the ways of its line. */
  readonly deliver: Readonly<Record<Line, (notice: Notice) => Promise<unknown>>>
  /** So many messages that one process sends at once, and as many calls besides. */
  readonly atOnce: number
  readonly urgent: readonly string[]
  readonly parked: (parked: { readonly parkedId: string; readonly kind: string; readonly way: string; readonly problem: string }) => void
}

/** Sends what is due, for as long as the process runs. Every process may run one; a job is in one hand at a time. */
export class MessageWorker {
  private workers: Worker<Kept>[] = []
  private connections: Redis[] = []
  constructor(private readonly parts: MessageWorkerParts) {}

  start(): void {
    this.workers = lines.map((line) => this.workerOf(line))
  }

  /** What is in hand is seen to its end if that comes soon, else taken over; nothing new is begun. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => soon(worker.close())))
    for (const connection of this.connections) connection.disconnect()
  }

  private workerOf(line: Line): Worker<Kept> {
    const { redisUrl, logger, clock, atOnce, urgent, parked } = this.parts
    // One that waits for jobs answers no other question meanwhile, so it is its own.
    const connection = connectForJobs(redisUrl, logger)
    this.connections.push(connection)
    const worker = new Worker<Kept>(line, (job, token) => this.work(line, job, token), {
      connection, prefix: PREFIX, concurrency: atOnce, lockDuration: LOCK_MS, stalledInterval: STALLED_MS, maxStalledCount: MOST_STALLS, skipVersionCheck: true,
      // Minus one: it is not tried again.
      settings: { backoffStrategy: (tries: number, _type, _error, job) => pauseAfter(tries, urgent.includes((job as Job<Kept>).data.kind), (job as Job<Kept>).data.validUntil - clock()) ?? -1 },
    })
    worker.on('error', (error) => logger.debug({ problem: error.message }, 'the worker of messages'))
    worker.on('failed', (job, error) => {
      if (job && job.finishedOn !== undefined) parked({ parkedId: job.id ?? '', kind: job.data.kind, ...readFailure(error.message) })
    })
    return worker
  }

  private async work(line: Line, job: Job<Kept>, token: string | undefined): Promise<void> {
    try {
      await this.parts.deliver[line](noticeOf(job.data, this.parts.sealing))
    } catch (error) {
      if (error instanceof Undelivered && error.parks) throw new UnrecoverableError(error.message)
      if (!(error instanceof Postponed)) throw error
      await job.moveToDelayed(error.until, token)
      throw new DelayedError()
    }
  }
}
