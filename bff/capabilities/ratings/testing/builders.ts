import { isBadRating } from '@shared/ratingTags'
import { serviceDay } from '@shared/time'
import type { KeptRating, Rated, Submission } from '../port'
import { factsOf } from '../view'

const HOUR_MS = 3_600_000
let made = 0

/** A ticket's id that nothing else has. */
export const newVisit = (hallId = 'test'): string => `${hallId}.${String(made += 1).padStart(20, '0')}`

export const aRated = (changes: Partial<Rated> = {}): Rated => ({
  kind: 'visit', projectNo: 'test.00000000000000000000', hallId: 'test', district: '440106', lineName: '综合业务',
  item: { code: null, name: '居住证办理', onTheSpot: false }, windowId: '5', clerk: 'clerk1', ...changes,
})

export const aRating = (changes: Partial<KeptRating> = {}): KeptRating => ({
  ratingId: newVisit(), level: 5, tags: ['510'], text: '', photos: [], anonymous: true, source: 'ACTIVE', ratedAt: Date.UTC(2026, 0, 5, 2), changedAt: null, ...changes,
})

/** What the store is given: a bad rating with its order, to be contacted in a day and rectified in fifteen. */
export const aSubmission = (rating: Partial<KeptRating> = {}, rated: Partial<Rated> = {}, changes: Partial<Submission> = {}): Submission => {
  const given = aRating(rating)
  const about = aRated({ projectNo: given.ratingId, hallId: given.ratingId.slice(0, given.ratingId.indexOf('.')), ...rated })
  const at = given.changedAt ?? given.ratedAt
  return {
    rating: given, rated: about, facts: factsOf(given, about, serviceDay(given.ratedAt), isBadRating(given.level) ? ['排队'] : []), key: 'key-0123456789abcd', owner: 'ann', rater: null, shownAs: null,
    order: isBadRating(given.level) ? { contactBy: at + 24 * HOUR_MS, rectifyBy: at + 15 * 24 * HOUR_MS } : null, ...changes,
  }
}
