import { z } from 'zod'
import { endpoint } from './endpoint'

/** 130 random bits: nobody guesses one, and one alone opens nothing. */
export const photoId = z.string().regex(/^[0-9a-z]{26}$/).meta({ id: 'PhotoId', example: '0h3k9q2m7x5v8b1n4c6d0h3k9q' })

export const MAX_PHOTOS = 3
/** Of one photo as it is sent. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024

/** A JPEG picture. */
export const photo = z.object({ base64: z.string() }).meta({ id: 'Photo' })

/** The body is the picture itself: JPEG, PNG or WebP. */
export const uploadPhoto = endpoint({
  method: 'POST', path: '/api/photos', summary: 'Bring a photo for a rating: what is stored is a picture made anew, without place, time or device', caller: 'citizen', status: 201,
  upload: MAX_PHOTO_BYTES, errors: ['UNAUTHENTICATED', 'PHOTO_REFUSED', 'PHOTO_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  output: z.object({ photoId, width: z.number().int(), height: z.number().int() }),
  example: { output: { photoId: '0h3k9q2m7x5v8b1n4c6d0h3k9q', width: 1600, height: 1200 } },
})
