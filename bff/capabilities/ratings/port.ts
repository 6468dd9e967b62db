/** What was rated, with where it was, as it was configured when it was rated. */
export interface Rated {
  readonly kind: 'visit' | 'case'
  /** How the platform names the service: the ticket's id, or the case's number. */
  readonly projectNo: string
  /** `online` for a case. */
  readonly hallId: string
  /** Six digits, GB/T 2260; the city's for a case. */
  readonly district: string
  /** In Chinese: the line, or the case's item. */
  readonly lineName: string
  /** What the citizen came for; null when they did not say. `code`: 31 characters, null for an item of no catalogue. */
  readonly item: { readonly code: string | null; readonly name: string; readonly onTheSpot: boolean } | null
  readonly windowId: string | null
  /** The account that called the number; null where the hall's system does not tell. */
  readonly clerk: string | null
}

/** Who rated, by real name: kept sealed, and only where the setting says that ratings carry names. */
export interface Rater { readonly name: string; readonly idNumber: string }

/** `DEFAULT`: nobody said anything in time; it counts as 基本满意, and never as an active rating. */
export type RatingSource = 'ACTIVE' | 'DEFAULT'

/** What was said. Once it was deleted only `ratingId` and the instants are left. */
export interface KeptRating {
  readonly ratingId: string; readonly level: number; readonly tags: readonly string[]; readonly text: string; readonly photos: readonly string[]
  readonly anonymous: boolean; readonly source: RatingSource; readonly ratedAt: number; readonly changedAt: number | null
}

/** What the figures are told of a rating: no person and none of their sentences. */
export interface RatingFacts {
  /** The service day it was given on. */
  readonly day: string
  readonly hallId: string; readonly district: string; readonly windowId: string | null; readonly department: string | null; readonly item: string | null
  readonly level: number; readonly tags: readonly string[]
  /** Of a bad rating's text, from the dictionary. */
  readonly words: readonly string[]
  readonly source: RatingSource
}

/** The work order that a bad rating opens in the same step. */
export interface NewOrder { readonly contactBy: number; readonly rectifyBy: number }

export interface Submission {
  readonly rating: KeptRating
  readonly facts: RatingFacts
  readonly rated: Rated
  readonly key: string
  /** Empty for who holds a receipt, and for nobody. */
  readonly owner: string
  readonly rater: Rater | null
  /** Masked, for the office; null for an anonymous one. */
  readonly shownAs: string | null
  /** For a bad rating; a good one has none. */
  readonly order: NewOrder | null
}

/** A rating as it is kept. `withdrawn`: a review took it out of the figures. */
export interface StoredRating {
  readonly rating: KeptRating; readonly rated: Rated; readonly owner: string; readonly shownAs: string | null
  readonly deleted: boolean; readonly withdrawn: boolean
}

/** Where ratings are kept: one per visit or case, whoever is first. All throw UNAVAILABLE, writes UNKNOWN_OUTCOME. */
export interface RatingStore {
  /**
   * Keeps the rating, its event, a bad one's work order, and the duty to tell the platform, in one step; the same key again
   * changes nothing: `replay`. Throws RATING_EXISTS or IDEMPOTENCY_KEY_REUSED.
   */
  readonly submit: (given: Submission) => Promise<'new' | 'replay'>
  /** Once, by its owner, until `limitMs` after it was given. Throws RATING_NOT_FOUND, RATING_CHANGE_OVER, IDEMPOTENCY_KEY_REUSED. */
  readonly change: (given: Submission, limitMs: number) => Promise<void>
  /** Takes what was said away for good, by its owner; again is harmless. Throws RATING_NOT_FOUND. */
  readonly remove: (ratingId: string, owner: string, now: number) => Promise<void>
  readonly read: (ratingId: string) => Promise<StoredRating | null>
  /** Latest first. */
  readonly listOf: (citizenId: string, most: number) => Promise<readonly string[]>
  readonly ratedAmong: (ticketIds: readonly string[]) => Promise<ReadonlySet<string>>
}

export interface Visits {
  /** The citizen's visit; throws TICKET_NOT_FOUND for one that is not theirs. */
  readonly find: (citizenId: string, ticketId: string) => Promise<{ readonly state: string; readonly endedAt: number | null; readonly rated: Rated }>
}

/** A case as far as a rating asks. Each throws the endpoint's errors of cases. */
export interface RatedCase {
  readonly caseNo: string; readonly itemName: string; readonly code: string; readonly onTheSpot: boolean; readonly applicant: string
  /** Accepted, so that there is something to rate. */
  readonly begun: boolean
  /** When it was over; null while it is not. */
  readonly endedAt: number | null
}
export interface Cases<Receipt> {
  readonly own: (citizenId: string, personId: string, caseNo: string) => Promise<RatedCase>
  readonly byReceipt: (receipt: Receipt) => Promise<RatedCase>
}

/** Photos that were brought before. */
export interface Photos {
  /** Throws PHOTO_NOT_FOUND when one is not the citizen's, or belongs to another rating; again is harmless. */
  readonly attach: (photoIds: readonly string[], citizenId: string, ratingId: string) => Promise<void>
  /** Throws PHOTO_NOT_FOUND. */
  readonly read: (photoId: string, ratingId: string) => Promise<Buffer>
  readonly remove: (photoIds: readonly string[], ratingId: string) => Promise<void>
}

/** A rating with what the platform asks about its service. `revision`: 1 as it was given, 2 as it was changed. */
export interface RatingToSend { readonly rating: KeptRating; readonly rated: Rated; readonly rater: Rater | null; readonly revision: 1 | 2; readonly deleted: boolean }

/** The city's rating platform. Never throws. */
export interface RatingDelivery {
  /**
   * Tells how a rating stands; may be repeated, and in any order. `refused`: for good, with their code. `later`: not now, or
   * nobody knows; then the same again is right.
   */
  readonly deliver: (rating: RatingToSend) => Promise<{ readonly kind: 'delivered' } | { readonly kind: 'refused'; readonly code: string } | { readonly kind: 'later' }>
}

/** Words of a text that are in the dictionary, the telling ones, at most so many. */
export type Words = (text: string, most: number) => readonly string[]

export type AuditFault = 'entry-missing' | 'entry-inserted' | 'entry-changed'
export interface AuditState {
  readonly hallId: string
  /** Entries under the chain, and those that came since. */
  readonly sealed: number; readonly unsealed: number
  /** The last hash that is right. */
  readonly head: string
  /** What is wrong with the so-many-th entry; null when nothing is. */
  readonly fault: AuditFault | null; readonly at: number | null
}

/** The log of every step, hall by hall, under a chain of hashes. */
export interface AuditLog {
  /** Takes what happened since under the chain; gives how much. Whoever does it at once with others, each entry is taken once. */
  readonly seal: (hallId: string) => Promise<number>
  /** Reckons the whole chain anew. */
  readonly verify: (hallId: string) => Promise<AuditState>
}
