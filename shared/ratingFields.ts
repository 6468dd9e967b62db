import { z } from 'zod'
import { MAX_PHOTOS, photoId } from './photos'
import { ratingTags } from './ratingTags'

export const ratingLevel = z.number().int().min(1).max(5).meta({ id: 'RatingLevel', description: '5 非常满意 … 1 非常不满意; 1 and 2 are bad ratings' })
export const ratingTag = z.enum(Object.keys(ratingTags) as [string, ...string[]]).meta({ id: 'RatingTag', example: '510' })
/** The ticket's id for a visit; for a case `online.` and a keyed hash of its number. */
export const ratingId = z.string().regex(/^[a-z][a-z0-9]{1,9}\.[0-9a-z]{20}$/).meta({ id: 'RatingId', example: 'tianhe.0h3k9q2m7x5v8b1n4c6d' })

/** Where ratings of cases are kept, and how it is named among the halls: no hall may be called so. */
export const ONLINE = 'online'

/** What a citizen says. */
export const ratingFields = z.strictObject({
  level: ratingLevel, tags: z.array(ratingTag).max(8).default([]), text: z.string().trim().max(500).default(''),
  photos: z.array(photoId).max(MAX_PHOTOS).default([]),
  anonymous: z.boolean().default(true).meta({ description: 'Who is rated, and their hall, never learn who rated' }),
})

/** Rules between the fields, for every endpoint that takes them. */
export const checkRating = (body: { readonly level: number; readonly tags: readonly string[]; readonly photos?: readonly string[] }, check: z.RefinementCtx): void => {
  body.tags.forEach((tag, i) => {
    if (ratingTags[tag as keyof typeof ratingTags].level !== body.level) check.addIssue({ code: 'custom', path: ['tags', i], message: 'belongs to another level' })
  })
  if (new Set(body.tags).size !== body.tags.length) check.addIssue({ code: 'custom', path: ['tags'], message: 'names a tag twice' })
  if (body.photos && new Set(body.photos).size !== body.photos.length) check.addIssue({ code: 'custom', path: ['photos'], message: 'names a photo twice' })
}
