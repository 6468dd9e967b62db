import { z } from 'zod'
import { endpoint, instant } from './endpoint'
import { ticketId } from './ids'
import { ratingTags } from './ratingTags'

export const ratingLevel = z.number().int().min(1).max(5).meta({ id: 'RatingLevel', description: '5 非常满意 … 1 非常不满意; 1 and 2 are bad ratings' })
export const ratingTag = z.enum(Object.keys(ratingTags) as [string, ...string[]]).meta({ id: 'RatingTag', example: '510' })

export const rating = z.object({ ticketId, level: ratingLevel, tags: z.array(ratingTag), text: z.string(), ratedAt: instant }).meta({ id: 'Rating' })
export type Rating = z.output<typeof rating>

const params = z.strictObject({ ticketId })
const example = { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d', level: 5, tags: ['510', '517'], text: '', ratedAt: 1767232800000 } as const

export const rateVisit = endpoint({
  method: 'POST', path: '/api/tickets/:ticketId/rating', summary: 'Rate the visit of this ticket, once', caller: 'citizen', status: 201, idempotencyKey: true,
  params,
  body: z.strictObject({
    level: ratingLevel, tags: z.array(ratingTag).max(8).default([]), text: z.string().trim().max(500).default(''),
  }).superRefine((body, check) => {
    body.tags.forEach((tag, i) => {
      if (ratingTags[tag as keyof typeof ratingTags].level !== body.level) check.addIssue({ code: 'custom', path: ['tags', i], message: 'belongs to another level' })
    })
    if (new Set(body.tags).size !== body.tags.length) check.addIssue({ code: 'custom', path: ['tags'], message: 'names a tag twice' })
  }),
  errors: ['UNAUTHENTICATED', 'IDEMPOTENCY_KEY_REUSED', 'TICKET_NOT_FOUND', 'RATING_EXISTS', 'RATING_NEEDS_REASON', 'RATING_TOO_EARLY', 'RATING_TOO_LATE', 'UNKNOWN_OUTCOME'],
  output: rating, example: { params: { ticketId: example.ticketId }, body: { level: 5, tags: ['510', '517'] }, output: example },
})

export const readRating = endpoint({
  method: 'GET', path: '/api/tickets/:ticketId/rating', summary: 'My rating of this visit', caller: 'citizen', status: 200,
  params, errors: ['UNAUTHENTICATED', 'TICKET_NOT_FOUND', 'RATING_NOT_FOUND'], output: rating,
  example: { params: { ticketId: example.ticketId }, output: example },
})
