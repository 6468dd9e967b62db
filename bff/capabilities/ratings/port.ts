import type { Rating } from '@shared/ratings'

/** Where ratings are kept: one per visit, whoever is first. */
export interface RatingStore {
  /** Keeps the rating; the same key again gives what was kept. Throws RATING_EXISTS or IDEMPOTENCY_KEY_REUSED. */
  readonly submit: (rating: Rating, key: string) => Promise<Rating>
  readonly read: (ticketId: string) => Promise<Rating | null>
  readonly ratedAmong: (ticketIds: readonly string[]) => Promise<ReadonlySet<string>>
}

export interface Visits {
  /** The citizen's visit; throws TICKET_NOT_FOUND for one that is not theirs. */
  readonly find: (citizenId: string, ticketId: string) => Promise<{ readonly state: string; readonly endedAt: number | null }>
}
