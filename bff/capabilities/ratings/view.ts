import { departmentOf } from '@shared/caseNumbers'
import type { Rating } from '@shared/ratings'
import type { OrderRecord } from './orders/port'
import { progressOf, type Viewing } from './orders/view'
import type { KeptRating, Rated, RatingFacts, StoredRating } from './port'

/** What is counted of a rating, on the day it was given first. */
export const factsOf = ({ level, tags, source }: KeptRating, { hallId, district, windowId, item }: Rated, day: string, words: readonly string[]): RatingFacts => ({
  day, hallId, district, windowId, department: item?.code ? departmentOf(item.code) : null, item: item?.code ?? null, level, tags, words, source,
})

/** A rating as its giver sees it. */
export const ratingView = (stored: StoredRating, order: OrderRecord | null, changeMs: number, viewing: Viewing): Rating => {
  const { rating, rated, owner, withdrawn } = stored
  const { ratingId, level, tags, text, photos, anonymous, ratedAt, changedAt } = rating
  const until = ratedAt + changeMs
  const changeable = changedAt === null && owner !== '' && !withdrawn && viewing.now <= until
  return {
    ratingId, about: { kind: rated.kind, hallId: rated.kind === 'case' ? null : rated.hallId, hallName: viewing.hallName(rated.hallId), business: rated.item?.name ?? rated.lineName, windowId: rated.windowId },
    level, tags: [...tags], text, photos: [...photos], anonymous, ratedAt, changedAt, changeUntil: changeable ? until : null,
    order: order && progressOf(order, stored, viewing),
  }
}
