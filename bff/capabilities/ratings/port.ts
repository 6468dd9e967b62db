import type { Rating } from '@shared/ratings'

/** What is kept of the visit with its rating, as it was configured when it was rated. */
export interface RatedVisit {
  readonly hallId: string
  /** Six digits, GB/T 2260. */
  readonly district: string
  /** In Chinese. */
  readonly lineName: string
  /** What the citizen came for; null when they did not say. `code`: 31 characters, null for an item of no catalogue. */
  readonly item: { readonly code: string | null; readonly name: string; readonly onTheSpot: boolean } | null
  readonly windowId: string | null
  /** The account that called the number; null where the hall's system does not tell. */
  readonly clerk: string | null
}

/** Who rated, by real name: kept sealed, and only where the setting says that ratings carry names. */
export interface Rater { readonly name: string; readonly idNumber: string }

/** Where ratings are kept: one per visit, whoever is first. */
export interface RatingStore {
  /** Keeps the rating, and in the same step the duty to tell the platform; the same key again gives what was kept. Throws RATING_EXISTS or IDEMPOTENCY_KEY_REUSED. */
  readonly submit: (rating: Rating, key: string, visit: RatedVisit, rater: Rater | null) => Promise<Rating>
  readonly read: (ticketId: string) => Promise<Rating | null>
  readonly ratedAmong: (ticketIds: readonly string[]) => Promise<ReadonlySet<string>>
}

export interface Visits {
  /** The citizen's visit; throws TICKET_NOT_FOUND for one that is not theirs. */
  readonly find: (citizenId: string, ticketId: string) => Promise<{ readonly state: string; readonly endedAt: number | null; readonly visit: RatedVisit }>
}

/** A rating with what the platform asks about its visit. */
export interface RatingToSend { readonly rating: Rating; readonly visit: RatedVisit; readonly rater: Rater | null }

/** The city's rating platform. Never throws. */
export interface RatingDelivery {
  /**
   * Tells of a rating; may be repeated. `refused`: for good, with their code. `later`: not now, or nobody knows; then the
   * same again is right.
   */
  readonly deliver: (rating: RatingToSend) => Promise<{ readonly kind: 'delivered' } | { readonly kind: 'refused'; readonly code: string } | { readonly kind: 'later' }>
}
