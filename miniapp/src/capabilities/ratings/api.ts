import { newKey, now } from '@/platform'
import { call } from '@/platform/api'
import { createIntents } from '@/platform/intents'
import { actKeep } from '@/platform/keep'
import type { RatingBody } from './ratingForm'

/** Ratings under way, so that one sent twice over a poor connection counts once. */
export const rateIntents = createIntents<RatingBody>(actKeep, newKey, now)

export const readRating = (ticketId: string) => call('readRating', { params: { ticketId } })
export const readTicket = (ticketId: string) => call('readTicket', { params: { ticketId }, query: {} })
export const rateVisit = (ticketId: string, body: RatingBody, key: string) => call('rateVisit', { params: { ticketId }, body }, { key })
