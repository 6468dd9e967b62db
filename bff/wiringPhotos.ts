import type { AccountsOf } from './accounts'
import { createRemake } from './capabilities/photos/picture'
import type { PhotoKeeper } from './capabilities/photos/port'
import { photoRoutes } from './capabilities/photos/routes'
import { PhotoService } from './capabilities/photos/service'
import { PhotoSweeper } from './capabilities/photos/sweeping'
import { createPhotoFiles } from './engine/photos/files'
import { createPhotoRecords } from './engine/photos/records'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Redis } from './platform/redis'
import type { Sealing } from './platform/sealing'

const ROUND_MS = 3_600_000

interface Parts { readonly config: { readonly PHOTOS_DIR: string }; readonly redis: Redis; readonly clock: Clock; readonly logger: Logger; readonly sealing: Sealing; readonly accountsOf: AccountsOf }

/** Joins the photos of ratings with where they are kept. */
export const wirePhotos = ({ config, redis, clock, logger, sealing, accountsOf }: Parts) => {
  const [store, records] = [createPhotoFiles(config.PHOTOS_DIR, sealing), createPhotoRecords(redis)]
  const service = new PhotoService({ remake: createRemake(), store, records, accountsOf, clock })
  const sweeper = new PhotoSweeper({ store, records, clock, everyMs: ROUND_MS }, (error) => logger.error({ problem: String(error) }, 'old photos could not be removed'))
  const photos: PhotoKeeper = service
  return { photos, handlers: photoRoutes(service), rounds: [sweeper] }
}
