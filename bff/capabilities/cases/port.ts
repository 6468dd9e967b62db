import type { CaseStage, CaseState, ResultWay, StopReason } from '@shared/caseStates'

/** Whose cases are asked for. Goes to the outside systems, and nowhere else: never into a log, an error or a key in clear. */
export type Subject =
  | { readonly kind: 'person'; readonly name: string; readonly idNumber: string }
  /** Only the cases that this agent handles for the enterprise. */
  | { readonly kind: 'enterprise'; readonly creditCode: string; readonly agentIdNumber: string }

/** What a receipt proves. */
export type ReceiptProof =
  | { readonly by: 'name'; readonly caseNo: string; readonly name: string }
  | { readonly by: 'barcode'; readonly caseNo: string; readonly secret: string }

export interface Department { readonly creditCode: string; readonly name: string }
/** A step that was done; what is now and next follows from the chain. */
export interface StepRecord { readonly stage: CaseStage; readonly at: number; readonly department: string; readonly note: string }
/** A stretch in which the clock stood; days `yyyyMMdd`, `until` null while it does. */
export interface StopRecord { readonly reason: StopReason; readonly from: string; readonly until: string | null; readonly note: string }
/** Limits in working days. */
export interface LimitRecord { readonly promisedDays: number; readonly statutoryDays: number | null }

/** One department's part of a case that is led elsewhere. */
export interface TrackRecord {
  readonly caseNo: string; readonly department: Department; readonly state: CaseState; readonly stage: CaseStage
  /** The day its clock began; null while it has not. */
  readonly startedOn: string | null
  readonly limit: LimitRecord | null; readonly stops: readonly StopRecord[]
  /** The day it decided. */
  readonly endedOn: string | null
  readonly note: string
}

/** A case as one system holds it. Instants are milliseconds, days `yyyyMMdd`, both Asia/Shanghai; texts are the system's, in Chinese. */
export interface CaseRecord {
  readonly caseNo: string; readonly itemName: string
  /** Masked by the adapter when a person's. */
  readonly applicant: string
  readonly state: CaseState; readonly stage: CaseStage; readonly department: Department
  /** The day of acceptance, from which the promise runs; null before. */
  readonly acceptedOn: string | null
  readonly limit: LimitRecord | null
  readonly steps: readonly StepRecord[]; readonly stops: readonly StopRecord[]
  readonly supplement: { readonly asks: readonly { readonly name: string; readonly note: string }[]; readonly until: string } | null
  readonly result: {
    readonly outcome: 'granted' | 'refused'; readonly on: string; readonly document: string; readonly reason: string
    readonly ways: readonly { readonly way: ResultWay; readonly place: string; readonly note: string; /** Ours, when the system knows it. */ readonly hallId: string | null }[]
    readonly collectedOn: string | null
  } | null
  /** Parts of it, as far as this system knows them. */
  readonly tracks: readonly TrackRecord[]
  /** The visit at which it was filed, by our ticket's id. */
  readonly ticketId: string | null
}

/** What one system holds: cases of its own, and its parts of cases that are led elsewhere. */
export interface Holdings { readonly cases: readonly CaseRecord[]; readonly tracks: readonly TrackRecord[] }

/** `unavailable`: no answer; `unreadable`: an answer against its contract. Never an empty list instead. */
export type SourceAnswer<T> = { readonly kind: 'answered'; readonly value: T } | { readonly kind: 'unavailable' } | { readonly kind: 'unreadable' }

/** A case moved. It names no person; the same event may come again and is then the same `eventId`. */
export interface CaseChange {
  readonly eventId: string; readonly caseNo: string; readonly at: number
  readonly kind: 'accepted' | 'supplement' | 'stopped' | 'resumed' | 'decided' | 'issued' | 'delivered' | 'other'
}

/**
 * One system that holds cases, or parts of them. Nothing here throws for a fault of theirs: it is said by the answer's kind.
 * A list that cannot be read to its end is unreadable or unavailable as a whole.
 */
export interface CaseSource {
  readonly sourceId: string
  readonly name: { readonly zh: string; readonly en: string }
  /** Whether the system could hold this case; it is not asked about others. */
  readonly mayHold: (caseNo: string) => boolean
  readonly listOf: (subject: Subject) => Promise<SourceAnswer<Holdings>>
  /** At most one case, and its parts; nothing when number and proof do not belong together. */
  readonly find: (proof: ReceiptProof) => Promise<SourceAnswer<Holdings>>
  /** The case filed at a visit of ours; only a system that accepts at windows knows any. */
  readonly ofTicket: (ticketId: string) => Promise<SourceAnswer<Holdings>>
  /** What happened after `cursor` (null: from now on), oldest first; asking again with the same cursor gives the same and more. */
  readonly changes: (cursor: string | null) => Promise<SourceAnswer<{ readonly changes: readonly CaseChange[]; readonly cursor: string }>>
}

/** The real name behind a citizen, as the unified identity confirmed it; null when it did not. */
export interface RealNames { readonly of: (citizenId: string) => Promise<{ readonly name: string; readonly idNumber: string } | null> }

/** An enterprise a citizen is the agent of. Throws PERSON_NOT_FOUND, also for a family member or when the authorisation ended. */
export interface Enterprises { readonly find: (citizenId: string, personId: string) => Promise<{ readonly creditCode: string }> }

/** The citizen's own visit. Throws TICKET_NOT_FOUND for one that is not theirs. */
export interface Visits { readonly find: (citizenId: string, ticketId: string) => Promise<{ readonly number: string; readonly hallId: string; readonly finishedAt: number | null; readonly rated: boolean }> }

/** Whether a day, `yyyyMMdd`, is worked: the State Council's table, not arithmetic. */
export type WorkCalendar = (day: string) => boolean

/** The guide of an item by its 31-character code. */
export interface Guides { readonly itemOf: (implementationCode: string) => string | null }

/** The last good answers, kept sealed and bounded in size, number and age. Never throws: without a copy there is none. */
export interface Copies {
  /** `who`: a keyed hash of whose cases they are. */
  readonly read: (sourceId: string, who: string) => Promise<{ readonly holdings: Holdings; readonly asOf: number } | null>
  readonly keep: (sourceId: string, who: string, holdings: Holdings, asOf: number) => Promise<void>
}

/** Wrong guesses at a case's number, counted over all processes. */
export interface Tries {
  /** Counts one try. Throws TOO_MANY_TRIES. */
  readonly count: (caseNo: string) => Promise<void>
  /** It was no wrong guess after all. */
  readonly forgive: (caseNo: string) => Promise<void>
}

/** Where changes of cases become events, each once; messages and ratings read them from there. */
export interface ChangeLog {
  /** The cursor of a source, and the right to ask it for `leaseMs`; null while somebody has that right. It ends by itself. */
  readonly begin: (sourceId: string, leaseMs: number) => Promise<{ readonly cursor: string | null } | null>
  /**
   * Writes what is new of `changes` and moves the cursor, in one step; nothing when it does not stand at `from` any more.
   * Gives how many were new.
   */
  readonly write: (sourceId: string, changes: readonly CaseChange[], from: string | null, cursor: string) => Promise<number>
}
