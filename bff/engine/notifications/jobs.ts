import { Queue, Worker, type Job } from 'bullmq'
import { setTimeout as pause } from 'node:timers/promises'
import { readFailure } from '../../capabilities/notifications/errors'
import type { MessageJobs, Notice, ParkedJobs } from '../../capabilities/notifications/port'
import type { Logger } from '../../platform/logger'
import { connectForJobs, type Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'

/** In one slot of a Redis Cluster. */
const PREFIX = '{bull}'
const QUEUE = 'messages'
const URGENT_TRIES = 8
const TRIES = 12
const URGENT_FIRST_MS = 1_000
const FIRST_MS = 5_000
const LONGEST_MS = 600_000
/** What is done is remembered a little longer than anybody may follow the same log once more. */
const DONE = { age: 600, count: 20_000 }
const PARKED = { age: 7 * 86_400, count: 10_000 }
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
  readonly close: () => Promise<void>
}

/** A notice at rest: what it is about is sealed, for it may say what somebody has to do with an office. */
type Kept = Omit<Notice, 'about'> & { readonly kind: Notice['about']['kind']; readonly sealed: string }
const contextOf = (noticeId: string): string => `message job ${noticeId}`
const keptOf = ({ about, ...rest }: Notice, sealing: Sealing): Kept => ({ ...rest, kind: about.kind, sealed: sealing.seal(JSON.stringify(about), contextOf(rest.noticeId)) })
const noticeOf = ({ kind: _, sealed, ...rest }: Kept, sealing: Sealing): Notice => {
  const text = sealing.open(sealed, contextOf(rest.noticeId))
  if (text === null) throw new Error('a message can no longer be opened')
  return { ...rest, about: JSON.parse(text) as Notice['about'] }
}
/** The second try soon, each later one after twice as long. */
export const pauseAfter = (tries: number, urgent: boolean): number => Math.min((urgent ? URGENT_FIRST_MS : FIRST_MS) * 2 ** (tries - 1), LONGEST_MS)

/** Messages on their way as jobs in Redis (BullMQ). A job is named by its notice, so that the same is taken once. */
export const createMessageQueue = (redis: Redis, urgent: readonly string[], sealing: Sealing): MessageQueue => {
  // Its scripts are made known on the connection at once; nothing waits for one that is not there.
  const queue = new Queue<Kept>(QUEUE, { connection: redis, prefix: PREFIX, skipVersionCheck: true, skipWaitingForReady: true, skipMetasUpdate: true })
  queue.on('error', () => undefined)
  return {
    add: (notices, now) => harmless(async () => {
      await queue.addBulk(notices.map((notice) => ({
        name: notice.about.kind, data: keptOf(notice, sealing),
        opts: {
          jobId: notice.noticeId, attempts: urgent.includes(notice.about.kind) ? URGENT_TRIES : TRIES, backoff: { type: 'custom' }, removeOnComplete: DONE, removeOnFail: PARKED,
          ...(notice.dueAt !== null && notice.dueAt > now && { delay: notice.dueAt - now }),
        },
      })))
    }),
    list: (most) => harmless(async () => {
      const [jobs, total] = await Promise.all([queue.getFailed(0, most - 1), queue.getFailedCount()])
      return {
        total,
        parked: jobs.filter(Boolean).map((job) => ({
          parkedId: job.id ?? '', kind: job.data.kind, ...readFailure(job.failedReason ?? ''), tries: job.attemptsMade, parkedAt: job.finishedOn ?? job.timestamp, validUntil: job.data.validUntil,
        })),
      }
    }),
    replay: (parkedId) => harmless(async () => {
      const job = await queue.getJob(parkedId)
      if (!job || await job.getState() !== 'failed') return false
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
      return true
    }),
    state: () => harmless(async () => {
      const { wait = 0, prioritized = 0, delayed = 0, active = 0, failed = 0 } = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed')
      return { waiting: wait + prioritized, delayed, active, parked: failed }
    }),
    close: () => soon(queue.close()),
  }
}

export interface MessageWorkerParts {
  readonly redisUrl: string
  readonly logger: Logger
  readonly sealing: Sealing
  readonly deliver: (notice: Notice) => Promise<unknown>
  /** Messages that one process sends at once. */
  readonly atOnce: number
  readonly urgent: readonly string[]
  readonly parked: (parked: { readonly parkedId: string; readonly kind: string; readonly way: string; readonly problem: string }) => void
}

/** Sends what is due, for as long as the process runs. Every process may run one; a job is in one hand at a time. */
export class MessageWorker {
  private worker: Worker<Kept> | undefined
  private connection: Redis | undefined
  constructor(private readonly parts: MessageWorkerParts) {}

  start(): void {
    const { redisUrl, logger, sealing, deliver, atOnce, urgent, parked } = this.parts
    // One that waits for jobs answers no other question meanwhile, so it is its own.
    this.connection = connectForJobs(redisUrl, logger)
    this.worker = new Worker<Kept>(QUEUE, async (job: Job<Kept>) => deliver(noticeOf(job.data, sealing)), {
      connection: this.connection, prefix: PREFIX, concurrency: atOnce, lockDuration: LOCK_MS, stalledInterval: STALLED_MS, maxStalledCount: MOST_STALLS, skipVersionCheck: true,
      settings: { backoffStrategy: (tries: number, _type, _error, job) => pauseAfter(tries, urgent.includes(job?.name ?? '')) },
    })
    this.worker.on('error', (error) => logger.debug({ problem: error.message }, 'the worker of messages'))
    this.worker.on('failed', (job, error) => {
      if (job && job.finishedOn !== undefined) parked({ parkedId: job.id ?? '', kind: job.data.kind, ...readFailure(error.message) })
    })
  }

  /** What is in hand is seen to its end if that comes soon, else taken over; nothing new is begun. */
  async stop(): Promise<void> {
    if (this.worker) await soon(this.worker.close())
    this.connection?.disconnect()
  }
}
