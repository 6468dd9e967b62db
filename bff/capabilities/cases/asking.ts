import type { SourceState } from '@shared/cases'
import { LRUCache } from 'lru-cache'
import type { Known } from './merge'
import type { CaseSource, Copies, Holdings, SourceAnswer } from './port'

/** Answers this young are given again without asking: to a phone that looks again, and for the one case after the list. */
const FRESH_MS = 10_000
/** Who failed is asked again after so long: a phone that waits for the late hears of the failure, and does not begin anew. */
const FAILED_MS = 3_000
/** Of the time anybody waits, what is left for reading the copies of those who are late. */
const COPY_MS = 200

/** How much one process holds; by default some 64 MB of answers at the most. */
export interface AskingLimits { readonly answers: number; readonly characters: number; readonly flights: number }
const usualLimits: AskingLimits = { answers: 5_000, characters: 32_000_000, flights: 2_000 }

export interface AskingParts {
  readonly copies: Copies
  readonly clock: () => number
  /** How long anybody waits for an answer. */
  readonly answerMs: number
  /** A source broke its promise not to throw. */
  readonly report: (sourceId: string, error: unknown) => void
  readonly limits?: AskingLimits
}

/** What became of asking one source, and what is known of it now or from earlier. */
export interface Asked { readonly state: SourceState; readonly known: Known | null }

/** One question that can be put to every source. */
export interface Question {
  /** A keyed hash of what is asked. */
  readonly who: string
  readonly ask: (source: CaseSource) => Promise<SourceAnswer<Holdings>>
  /** Whether an answer may be kept as the last good one. */
  readonly keeps: (holdings: Holdings) => boolean
}

interface Heard { readonly outcome: Holdings | 'unavailable' | 'unreadable'; readonly at: number }
interface Copy { readonly holdings: Holdings; readonly asOf: number }

/**
 * Asks systems without waiting for the slowest: after a while one goes on with what came, and what is still under way is
 * there at the next look. What did not come is shown as it was known last. Two who ask the same share one call.
 */
export class Asking {
  private readonly heard: LRUCache<string, Heard>
  private readonly flights = new Map<string, Promise<Heard>>()
  private readonly limits: AskingLimits
  constructor(private readonly parts: AskingParts) {
    this.limits = parts.limits ?? usualLimits
    this.heard = new LRUCache({ max: this.limits.answers, maxSize: this.limits.characters, sizeCalculation: ({ outcome }) => JSON.stringify(outcome).length })
  }

  /** Never throws for a source. Gives one for each, in their order. */
  async all(sources: readonly CaseSource[], question: Question): Promise<Asked[]> {
    const { answerMs } = this.parts
    const copyMs = Math.min(COPY_MS, answerMs / 4)
    const late = alarm(answerMs - copyMs)
    const end = alarm(answerMs)
    try {
      return await Promise.all(sources.map((source) => this.one(source, question, late.rings, end.rings)))
    } finally {
      late.cancel()
      end.cancel()
    }
  }

  /** Calls under way, and answers held. */
  get held(): { readonly flights: number; readonly answers: number } {
    return { flights: this.flights.size, answers: this.heard.size }
  }

  private async one(source: CaseSource, question: Question, late: Promise<'late'>, end: Promise<'late'>): Promise<Asked> {
    const { sourceId, name } = source
    const told = this.remembered(`${sourceId} ${question.who}`) ?? await Promise.race([this.flight(source, question), late])
    if (told !== 'late' && typeof told.outcome === 'object') {
      return { state: { sourceId, name, state: 'answered', asOf: told.at }, known: { sourceId, holdings: told.outcome, asOf: told.at } }
    }
    const read = await Promise.race([this.parts.copies.read(sourceId, question.who), end])
    const copy: Copy | null = read === 'late' ? null : read
    // Another process may just have heard what is late here.
    const isFresh = copy !== null && this.parts.clock() - copy.asOf < FRESH_MS
    const state = told === 'late' ? (isFresh ? 'answered' : 'late') : told.outcome as 'unavailable' | 'unreadable'
    return { state: { sourceId, name, state, asOf: copy?.asOf ?? null }, known: copy && { sourceId, ...copy } }
  }

  private remembered(key: string): Heard | undefined {
    const heard = this.heard.get(key)
    return heard && this.parts.clock() - heard.at < (typeof heard.outcome === 'object' ? FRESH_MS : FAILED_MS) ? heard : undefined
  }

  private flight(source: CaseSource, question: Question): Promise<Heard> {
    const key = `${source.sourceId} ${question.who}`
    const before = this.flights.get(key)
    if (before) return before
    if (this.flights.size >= this.limits.flights) return Promise.resolve({ outcome: 'unavailable', at: this.parts.clock() })
    const flight = this.fly(key, source, question).finally(() => this.flights.delete(key))
    this.flights.set(key, flight)
    return flight
  }

  private async fly(key: string, source: CaseSource, { who, ask, keeps }: Question): Promise<Heard> {
    const answer = await ask(source).catch((error: unknown): SourceAnswer<Holdings> => {
      this.parts.report(source.sourceId, error)
      return { kind: 'unavailable' }
    })
    const heard: Heard = { outcome: answer.kind === 'answered' ? answer.value : answer.kind, at: this.parts.clock() }
    this.heard.set(key, heard)
    // Nobody waits for the copy: without it there is only no copy.
    if (answer.kind === 'answered' && keeps(answer.value)) void this.parts.copies.keep(source.sourceId, who, answer.value, heard.at)
    return heard
  }
}

const alarm = (ms: number): { readonly rings: Promise<'late'>; readonly cancel: () => void } => {
  let timer: NodeJS.Timeout | undefined
  const rings = new Promise<'late'>((resolve) => { timer = setTimeout(() => resolve('late'), ms) })
  return { rings, cancel: () => clearTimeout(timer) }
}
