import type { FaceCheckStore } from '../../capabilities/identity/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { faceCheckKey } from './keys'

/** Face checks that are under way, sealed; gone by themselves. */
export const createFaceCheckStore = (redis: Redis): FaceCheckStore => ({
  begin: (checkId, sealed, keepMs) => harmless(async () => {
    const key = faceCheckKey(checkId)
    return await redis.set(key, sealed, 'PX', keepMs, 'NX') === 'OK' ? sealed : await redis.get(key) ?? sealed
  }),
  write: (checkId, sealed, keepMs) => harmless(async () => { await redis.set(faceCheckKey(checkId), sealed, 'PX', keepMs) }),
  read: (checkId) => harmless(() => redis.get(faceCheckKey(checkId))),
})
