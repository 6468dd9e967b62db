import { hallOfTicket } from '@shared/ids'

/** In the slot of its hall. */
export const ratingKey = (ticketId: string): string => `{hall:${hallOfTicket(ticketId)}}:r:${ticketId}`

/** The outbox in which the platform is told of ratings, by the ids of their tickets. */
export const RATINGS_OUTBOX = 'ratings'
