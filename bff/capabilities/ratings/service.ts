import { ContractError } from '@shared/errors'
import { isBadRating } from '@shared/ratingTags'
import type { Rating } from '@shared/ratings'
import type { Rater, RatingStore, Visits } from './port'

const DAY_MS = 86_400_000

export interface RatingServiceOptions {
  readonly store: RatingStore
  readonly visits: Visits
  readonly clock: () => number
  /** Natural days after the visit in which it may be rated (GB/T 39734-2020: seven). */
  readonly days: number
  /** Who rates, by real name, where ratings carry names and the name is known; else null. */
  readonly raterOf: (citizenId: string) => Promise<Rater | null>
}

/** One rating for one visit, by who was there, by the rules of the rating standard. */
export class RatingService {
  constructor(private readonly options: RatingServiceOptions) {}

  async rate(citizenId: string, key: string, ticketId: string, given: Pick<Rating, 'level' | 'tags' | 'text'>): Promise<Rating> {
    const { state, endedAt, visit } = await this.options.visits.find(citizenId, ticketId)
    const now = this.options.clock()
    if (state !== 'finished' || endedAt === null) throw new ContractError('RATING_TOO_EARLY')
    if (now - endedAt > this.options.days * DAY_MS) throw new ContractError('RATING_TOO_LATE', { days: this.options.days })
    if (isBadRating(given.level) && given.tags.length === 0 && given.text === '') throw new ContractError('RATING_NEEDS_REASON')
    return this.options.store.submit({ ticketId, level: given.level, tags: given.tags, text: given.text, ratedAt: now }, key, visit, await this.options.raterOf(citizenId))
  }

  async read(citizenId: string, ticketId: string): Promise<Rating> {
    await this.options.visits.find(citizenId, ticketId)
    const rating = await this.options.store.read(ticketId)
    if (!rating) throw new ContractError('RATING_NOT_FOUND')
    return rating
  }
}
