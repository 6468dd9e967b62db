import { Round } from '../../round'
import type { Outbox, OutboxEntry, OutboxState } from './outbox'

const HALLS_AT_ONCE = 4
const BATCH = 8
/** Of one hall in one round, so that a long backlog keeps nobody waiting. */
const MOST_BATCHES = 20
/** So many failures with no success between them: the other side is away, and the round is over. */
const MOST_SETBACKS = 10

/** `refused`: for good, with their code. `later`: it may have arrived, or not; asking again is harmless. */
export type Verdict = { readonly kind: 'delivered' } | { readonly kind: 'refused'; readonly code: string } | { readonly kind: 'later' }

export interface OutboxWorkerParts {
  readonly outbox: Outbox
  readonly halls: readonly string[]
  /** Must be harmless to repeat: after a lost answer or a crash it is. */
  readonly deliver: (subject: string) => Promise<Verdict>
  readonly everyMs: number
  /** Whether what was put aside is tried once more, in the first round. */
  readonly release: boolean
  /** Of all halls together, after each round. */
  readonly show: (state: OutboxState) => void
  readonly count: (outcome: Verdict['kind']) => void
}

/** What an operator is told. No more is known here of an entry than its subject's id. */
export interface OutboxReports {
  readonly parked: (hallId: string, subject: string, code: string) => void
  readonly failed: (hallId: string, error: unknown) => void
}

/**
 * Carries the outboxes of all halls to an outside system: at least once, and again until it is delivered or refused for
 * good. Every process may run one; an entry is in one hand at a time unless a delivery outlasts its pause.
 */
export class OutboxWorker extends Round {
  private setbacks = 0
  /** Where the next round begins: one that was cut short goes on from there. */
  private first = 0
  private readonly toRelease: Set<string>
  private readonly states = new Map<string, OutboxState>()
  constructor(private readonly parts: OutboxWorkerParts, private readonly reports: OutboxReports) {
    super({ everyMs: parts.everyMs, idle: 0, failed: (error) => reports.failed('', error) })
    this.toRelease = new Set(parts.release ? parts.halls : [])
  }

  /** Gives how many entries of all halls were delivered. */
  protected async round(): Promise<number> {
    this.setbacks = 0
    const { halls } = this.parts
    const inTurn = [...halls.slice(this.first), ...halls.slice(0, this.first)]
    let delivered = 0
    for (let i = 0; i < inTurn.length && !this.isOver(); i += HALLS_AT_ONCE) {
      const counts = await Promise.all(inTurn.slice(i, i + HALLS_AT_ONCE).map((hallId) => this.serve(hallId)))
      delivered += counts.reduce((sum, count) => sum + count, 0)
      if (this.isOver()) this.first = (this.first + i + HALLS_AT_ONCE) % halls.length
    }
    this.parts.show(sumOf([...this.states.values()]))
    return delivered
  }

  private isOver(): boolean {
    return this.stopped || this.setbacks >= MOST_SETBACKS
  }

  /** What is due in one hall; gives how much of it was delivered. */
  private async serve(hallId: string): Promise<number> {
    let delivered = 0
    try {
      if (this.toRelease.has(hallId)) await this.parts.outbox.release(hallId)
      this.toRelease.delete(hallId)
      for (let batch = 0; batch < MOST_BATCHES && !this.isOver(); batch += 1) {
        const { state, entries } = await this.parts.outbox.take(hallId, BATCH)
        this.states.set(hallId, state)
        if (entries.length === 0) break
        const done = await Promise.all(entries.map((entry) => this.hand(hallId, entry)))
        delivered += done.filter(Boolean).length
      }
    } catch (error) {
      this.setBack(hallId, error)
    }
    return delivered
  }

  /** True when it was delivered. One that failed stays in hand, and is due again after its pause. */
  private async hand(hallId: string, { entryId, subject }: OutboxEntry): Promise<boolean> {
    try {
      const verdict = await this.parts.deliver(subject)
      this.parts.count(verdict.kind)
      this.setbacks = verdict.kind === 'later' ? this.setbacks + 1 : 0
      if (verdict.kind === 'delivered') await this.parts.outbox.done(hallId, entryId)
      if (verdict.kind === 'refused') {
        await this.parts.outbox.park(hallId, entryId, verdict.code)
        this.reports.parked(hallId, subject, verdict.code)
      }
      return verdict.kind === 'delivered'
    } catch (error) {
      this.setBack(hallId, error)
      return false
    }
  }

  /** What fails because we are being stopped is no failure: it is taken over. */
  private setBack(hallId: string, error: unknown): void {
    this.setbacks += 1
    if (!this.stopped) this.reports.failed(hallId, error)
  }
}

const sumOf = (states: readonly OutboxState[]): OutboxState => {
  const oldest = states.flatMap(({ oldestAt }) => (oldestAt === null ? [] : [oldestAt]))
  return {
    waiting: states.reduce((sum, { waiting }) => sum + waiting, 0), parked: states.reduce((sum, { parked }) => sum + parked, 0),
    oldestAt: oldest.length === 0 ? null : Math.min(...oldest),
  }
}
