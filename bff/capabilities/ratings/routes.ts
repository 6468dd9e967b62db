import type { Handlers } from '../../http/call'
import type { RatingService } from './service'

export const ratingRoutes = (ratings: RatingService): Handlers<'rateVisit' | 'readRating'> => ({
  rateVisit: ({ params, body }, { citizen, idempotencyKey }) => ratings.rate(citizen.citizenId, idempotencyKey, params.ticketId, body),
  readRating: ({ params }, { citizen }) => ratings.read(citizen.citizenId, params.ticketId),
})
