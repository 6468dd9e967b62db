import type { Rating } from '@shared/ratings'
import { currentLanguage } from '@/i18n'
import { asApiError, newKey, now } from '@/platform'
import { call } from '@/platform/api'
import { createIntents } from '@/platform/intents'
import { actKeep, personalKeep } from '@/platform/keep'
import type { PhotoFile } from '@/platform/photoFile'
import { createDelivery, type Delivery } from './delivery'
import { createKeptRatings, memoryKeep } from './keptRatings'
import { createRatingDrafts } from './ratingDrafts'
import type { RatingBody } from './ratingForm'
import { needsSession, type RatingSubject } from './subject'

/** A photo may be some megabytes, over a hall's poor connection. */
const UPLOAD_WITHIN_MS = 60_000

const rate = (subject: RatingSubject, body: RatingBody, key: string): Promise<Rating> => {
  const { photos: _, ...said } = body
  switch (subject.kind) {
    case 'visit': return call('rateVisit', { params: { ticketId: subject.ticketId }, body }, { key })
    case 'case': return call('rateCase', { params: { caseNo: subject.caseNo }, query: { personId: subject.personId }, body }, { key })
    case 'receipt': return call('rateReceipt', { body: { receipt: subject.receipt, rating: said } }, { key })
  }
}

const parts = { send: rate, whyOf: (thrown: unknown) => asApiError(thrown, currentLanguage()), newKey, now }
/** Ratings under way. What somebody signed in has said is kept for that person; a receipt's only in memory, as the receipt is. */
export const deliveries = createDelivery({ ...parts, kept: createKeptRatings(personalKeep) })
export const receiptDeliveries = createDelivery({ ...parts, kept: createKeptRatings(memoryKeep()) })
export const deliveryOf = (subject: RatingSubject): Delivery => (needsSession(subject) ? deliveries : receiptDeliveries)

/** What is being written, of a person who is known; a receipt's is nobody's. */
export const ratingDrafts = createRatingDrafts(personalKeep, now)

/** Changing a rating and answering the revisit, so that what is sent twice counts once. */
export const ratingIntents = createIntents<object>(actKeep, newKey, now)

export const readRating = (subject: RatingSubject): Promise<Rating> => {
  switch (subject.kind) {
    case 'visit': return call('readRating', { params: { ticketId: subject.ticketId } })
    case 'case': return call('readCaseRating', { params: { caseNo: subject.caseNo }, query: { personId: subject.personId } })
    case 'receipt': return call('findRating', { body: subject.receipt })
  }
}
export const readTicket = (ticketId: string) => call('readTicket', { params: { ticketId }, query: {} })
export const readCase = async (caseNo: string, personId: string) => (await call('readCase', { params: { caseNo }, query: { personId } })).case
export const listTickets = () => call('listTickets', {})
export const listRatings = async () => (await call('listRatings', {})).ratings
export const uploadPhoto = ({ bytes, type }: PhotoFile) => call('uploadPhoto', {}, { file: { bytes, type }, timeoutMs: UPLOAD_WITHIN_MS })
export const readPhoto = (ratingId: string, photoId: string) => call('readRatingPhoto', { params: { ratingId, photoId } })
export const changeRating = (ratingId: string, body: RatingBody, key: string) => call('changeRating', { params: { ratingId }, body }, { key })
export const deleteRating = (ratingId: string) => call('deleteRating', { params: { ratingId } })
export const answerRevisit = (ratingId: string, body: { readonly satisfied: boolean; readonly text: string }, key: string) => call('answerRevisit', { params: { ratingId }, body }, { key })
