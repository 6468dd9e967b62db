import type { Handlers } from '../../http/call'
import type { OrderService } from './orders/service'
import type { RatingService } from './service'

type Names = 'rateVisit' | 'readRating' | 'rateCase' | 'readCaseRating' | 'rateReceipt' | 'findRating' | 'listRatings' | 'changeRating' | 'deleteRating' | 'answerRevisit' | 'readRatingPhoto'
  | 'listOrders' | 'readOrder' | 'stepOrder' | 'readOrderPhoto'

export const ratingRoutes = (ratings: RatingService, orders: OrderService): Handlers<Names> => ({
  rateVisit: ({ params, body }, { citizen, idempotencyKey }) => ratings.rateVisit(citizen, idempotencyKey, params.ticketId, body),
  readRating: ({ params }, { citizen }) => ratings.readVisit(citizen.citizenId, params.ticketId),
  rateCase: ({ params, query, body }, { citizen, idempotencyKey }) => ratings.rateCase(citizen, idempotencyKey, query.personId, params.caseNo, body),
  readCaseRating: ({ params, query }, { citizen }) => ratings.readCase(citizen.citizenId, query.personId, params.caseNo),
  rateReceipt: ({ body }, { idempotencyKey }) => ratings.rateReceipt(idempotencyKey, body.receipt, body.rating),
  findRating: ({ body }) => ratings.readReceipt(body),
  listRatings: async (_, { citizen }) => ({ ratings: await ratings.list(citizen.citizenId) }),
  changeRating: ({ params, body }, { citizen, idempotencyKey }) => ratings.change(citizen, idempotencyKey, params.ratingId, body),
  deleteRating: async ({ params }, { citizen }) => {
    await ratings.remove(citizen.citizenId, params.ratingId)
    return { deleted: true }
  },
  answerRevisit: ({ params, body }, { citizen, idempotencyKey }) => ratings.answer(citizen.citizenId, idempotencyKey, params.ratingId, body),
  readRatingPhoto: async ({ params }, { citizen }) => ({ base64: (await ratings.photo(citizen.citizenId, params.ratingId, params.photoId)).toString('base64') }),
  listOrders: ({ query }, { staff }) => orders.list(staff, query),
  readOrder: ({ params }, { staff }) => orders.read(staff, params.ratingId),
  stepOrder: ({ params, body }, { staff, idempotencyKey }) => orders.step(staff, idempotencyKey, params.ratingId, body),
  readOrderPhoto: async ({ params }, { staff }) => ({ base64: (await orders.photo(staff, params.ratingId, params.photoId)).toString('base64') }),
})
