import { z } from 'zod'
import { caseNo, receipt } from './cases'
import { endpoint, instant, localText } from './endpoint'
import { hallId, personId, ticketId, windowId } from './ids'
import { orderProgress } from './orders'
import { photo, photoId } from './photos'
import { checkRating, ratingFields, ratingId, ratingLevel, ratingTag } from './ratingFields'

export { ratingId, ratingLevel, ratingTag } from './ratingFields'

export const rating = z.object({
  ratingId,
  about: z.object({
    kind: z.enum(['visit', 'case']), hallId: hallId.nullable().meta({ description: 'Null for a case' }), hallName: localText,
    business: z.string().meta({ description: 'The item or line, in Chinese' }), windowId: windowId.nullable(),
  }),
  level: ratingLevel, tags: z.array(ratingTag), text: z.string(), photos: z.array(photoId), anonymous: z.boolean(), ratedAt: instant, changedAt: instant.nullable(),
  changeUntil: instant.nullable().meta({ description: 'Until when it may be changed, once; null when it may not' }),
  order: orderProgress.nullable().meta({ description: 'What became of a bad rating' }),
}).meta({ id: 'Rating' })
export type Rating = z.output<typeof rating>

const body = ratingFields.superRefine(checkRating)
export type RatingFields = z.output<typeof ratingFields>

const example = {
  ratingId: 'tianhe.0h3k9q2m7x5v8b1n4c6d',
  about: { kind: 'visit', hallId: 'tianhe', hallName: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, business: '居住证办理', windowId: '5' },
  level: 5, tags: ['510', '517'], text: '', photos: [], anonymous: true, ratedAt: 1767232800000, changedAt: null, changeUntil: 1767319200000, order: null,
} as const
const exampleCase = {
  ...example, ratingId: 'online.0h3k9q2m7x5v8b1n4c6d', about: { kind: 'case', hallId: null, hallName: { zh: '网上办理', en: 'Online' }, business: '劳动能力复查鉴定申请', windowId: null },
} as const
const exampleNo = '11440100007482575H3440118009000202601050001'
const written = ['IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'] as const
const said = ['RATING_NEEDS_REASON', 'TEXT_REFUSED', 'PHOTO_NOT_FOUND'] as const
const rules = [...said, 'RATING_EXISTS', 'RATING_TOO_EARLY', 'RATING_TOO_LATE'] as const
const ofCase = ['REAL_NAME_NEEDED', 'PERSON_NOT_FOUND', 'NOT_GRANTED', 'CASE_NOT_FOUND', 'CASE_SYSTEMS_SILENT'] as const
const visitParams = z.strictObject({ ticketId })
const caseParams = z.strictObject({ caseNo })
const caseQuery = z.strictObject({ personId: personId.default('self') })

export const rateVisit = endpoint({
  method: 'POST', path: '/api/tickets/:ticketId/rating', summary: 'Rate the visit of this ticket, once', caller: 'citizen', status: 201, idempotencyKey: true,
  params: visitParams, body, errors: ['UNAUTHENTICATED', 'TICKET_NOT_FOUND', ...written, ...rules], output: rating,
  example: { params: { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d' }, body: { level: 5, tags: ['510', '517'] }, output: example },
})

export const readRating = endpoint({
  method: 'GET', path: '/api/tickets/:ticketId/rating', summary: 'My rating of this visit, and what became of it', caller: 'citizen', status: 200,
  params: visitParams, errors: ['UNAUTHENTICATED', 'TICKET_NOT_FOUND', 'RATING_NOT_FOUND'], output: rating,
  example: { params: { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d' }, output: example },
})

export const rateCase = endpoint({
  method: 'POST', path: '/api/cases/:caseNo/rating', summary: 'Rate how my case was handled, once', caller: 'citizen', status: 201, idempotencyKey: true,
  params: caseParams, query: caseQuery, body, errors: ['UNAUTHENTICATED', ...ofCase, ...written, ...rules], output: rating,
  example: { params: { caseNo: exampleNo }, query: { personId: 'self' }, body: { level: 4 }, output: { ...exampleCase, level: 4, tags: [] } },
})

export const readCaseRating = endpoint({
  method: 'GET', path: '/api/cases/:caseNo/rating', summary: 'My rating of this case, and what became of it', caller: 'citizen', status: 200,
  params: caseParams, query: caseQuery, errors: ['UNAUTHENTICATED', ...ofCase, 'RATING_NOT_FOUND'], output: rating,
  example: { params: { caseNo: exampleNo }, query: { personId: 'self' }, output: exampleCase },
})

export const rateReceipt = endpoint({
  method: 'POST', path: '/api/cases/rating', summary: 'Rate a case by its receipt: number and name, or barcode; photos need a sign-in', caller: 'anyone', status: 201, idempotencyKey: true,
  body: z.strictObject({ receipt, rating: ratingFields.omit({ photos: true }).superRefine(checkRating) }),
  errors: ['CASE_NOT_FOUND', 'CASE_SYSTEMS_SILENT', 'TOO_MANY_TRIES', ...written, ...rules], output: rating,
  example: { body: { receipt: { by: 'name', caseNo: exampleNo, name: '演示用户一' }, rating: { level: 5 } }, output: { ...exampleCase, tags: [], changeUntil: null } },
})

/** By POST, so that no name stands in an address. */
export const findRating = endpoint({
  method: 'POST', path: '/api/cases/rating/search', summary: 'The rating of a receipt’s case, and what became of it', caller: 'anyone', status: 200,
  body: receipt, errors: ['CASE_NOT_FOUND', 'CASE_SYSTEMS_SILENT', 'TOO_MANY_TRIES', 'RATING_NOT_FOUND'], output: rating,
  example: { body: { by: 'name', caseNo: exampleNo, name: '演示用户一' }, output: { ...exampleCase, changeUntil: null } },
})

export const listRatings = endpoint({
  method: 'GET', path: '/api/ratings', summary: 'My ratings, latest first', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({ ratings: z.array(rating) }), example: { output: { ratings: [example] } },
})

const params = z.strictObject({ ratingId })
export const changeRating = endpoint({
  method: 'PUT', path: '/api/ratings/:ratingId', summary: 'Change my rating: once, within 24 hours', caller: 'citizen', status: 200, idempotencyKey: true,
  params, body, errors: ['UNAUTHENTICATED', 'RATING_NOT_FOUND', 'RATING_CHANGE_OVER', ...written, ...said], output: rating,
  example: { params: { ratingId: example.ratingId }, body: { level: 4 }, output: { ...example, level: 4, tags: [], changedAt: 1767236400000, changeUntil: null } },
})

export const deleteRating = endpoint({
  method: 'DELETE', path: '/api/ratings/:ratingId', summary: 'Delete my rating, its words and photos; the visit cannot be rated again', caller: 'citizen', status: 200,
  params, errors: ['UNAUTHENTICATED', 'RATING_NOT_FOUND', 'UNKNOWN_OUTCOME'], output: z.object({ deleted: z.literal(true) }),
  example: { params: { ratingId: example.ratingId }, output: { deleted: true } },
})

export const answerRevisit = endpoint({
  method: 'POST', path: '/api/ratings/:ratingId/revisit', summary: 'Say whether it has been put right, once it was replied to', caller: 'citizen', status: 200, idempotencyKey: true,
  params, body: z.strictObject({ satisfied: z.boolean(), text: z.string().trim().max(500).default('') }),
  errors: ['UNAUTHENTICATED', 'RATING_NOT_FOUND', 'ILLEGAL_STEP', 'TEXT_REFUSED', ...written], output: rating,
  example: { params: { ratingId: example.ratingId }, body: { satisfied: true }, output: example },
})

const photoParams = z.strictObject({ ratingId, photoId })
export const readRatingPhoto = endpoint({
  method: 'GET', path: '/api/ratings/:ratingId/photos/:photoId', summary: 'A photo of my rating', caller: 'citizen', status: 200,
  params: photoParams, errors: ['UNAUTHENTICATED', 'RATING_NOT_FOUND', 'PHOTO_NOT_FOUND'], output: photo,
  example: { params: { ratingId: example.ratingId, photoId: '0h3k9q2m7x5v8b1n4c6d0h3k9q' }, output: { base64: '/9j/4AAQSkZJRg==' } },
})
export const readOrderPhoto = endpoint({
  method: 'GET', path: '/api/staff/orders/:ratingId/photos/:photoId', summary: 'A photo of the rating that opened this work order', caller: ['supervisor'], status: 200,
  params: photoParams, errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL', 'ORDER_NOT_FOUND', 'PHOTO_NOT_FOUND'], output: photo,
  example: { params: { ratingId: example.ratingId, photoId: '0h3k9q2m7x5v8b1n4c6d0h3k9q' }, output: { base64: '/9j/4AAQSkZJRg==' } },
})
