import type { PhotoRecords } from '../../capabilities/photos/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { photoKey, ROUND_KEY } from './keys'
import { photoScripts as scripts } from './scripts'

/** Twice as long as the sweeper waits: what it came too late for needs nobody. */
const REMEMBERED_MS = 2 * 86_400_000

/** Whose photos are, in Redis: one hash a photo, which knows only ids. Every act may be repeated. */
export const createPhotoRecords = (redis: Redis): PhotoRecords => ({
  add: (photoId, citizenId, now) => harmless(async () => { await scripts.add_photo.run(redis, [photoKey(photoId)], [citizenId, now, REMEMBERED_MS]) }),
  find: (photoId) => harmless(async () => {
    const [owner, rating] = await redis.hmget(photoKey(photoId), 'owner', 'rating')
    return owner ? { citizenId: owner, ratingId: rating ?? null } : null
  }),
  attach: (photoId, citizenId, ratingId) => harmless(async () => await scripts.attach_photo.run(redis, [photoKey(photoId)], [citizenId, ratingId]) === 1),
  forget: (photoId) => harmless(async () => { await redis.del(photoKey(photoId)) }),
  expire: (photoId, before) => harmless(async () => await scripts.expire_photo.run(redis, [photoKey(photoId)], [before]) as 'expired' | 'kept' | 'unknown'),
  beginRound: (leaseMs) => harmless(async () => await redis.set(ROUND_KEY, '1', 'PX', leaseMs, 'NX') === 'OK'),
})
