import { hallOfTicket } from '@shared/ids'

/** Everything of a hall's ratings shares its slot; the scripts derive these names too (lua/_ratings.lua). */
const slot = (ratingId: string): string => `{hall:${hallOfTicket(ratingId)}}`
export const ratingKey = (ratingId: string): string => `${slot(ratingId)}:r:${ratingId}`
export const orderKey = (ratingId: string): string => `${slot(ratingId)}:o:${ratingId}`
export const stepsKey = (ratingId: string): string => `${orderKey(ratingId)}:steps`
/** Orders that are not over, by when they are due; and those that are, by when they ended. */
export const ordersKey = (hallId: string, ended: boolean): string => `{hall:${hallId}}:orders${ended ? ':ended' : ''}`
export const ordersAboutKey = (hallId: string, clerk: string): string => `{hall:${hallId}}:orders:of:${clerk}`
/** Every change of a hall's ratings and orders, in its order. */
export const ratingEventsKey = (hallId: string): string => `{hall:${hallId}}:ratings`
/** The ratings of a citizen, by when they were given: written before a rating, so that none is ever missed. */
export const ratingsOfKey = (citizenId: string): string => `{citizen:${citizenId}}:ratings`

/** The outbox in which the platform is told of ratings, by their ids. */
export const RATINGS_OUTBOX = 'ratings'
/** The chain of hashes over a hall's events: one link for each, in their order. */
export const auditKey = (hallId: string): string => `{hall:${hallId}}:audit`
