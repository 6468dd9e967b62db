import { readConfig } from './config'
import { createPhotoFiles } from './engine/photos/files'
import { resealTexts, sumOf, type Resealed } from './engine/resealing/resealing'
import { createLogger } from './platform/logger'
import { connectRedis } from './platform/redis'
import { sealedPlaces } from './sealedPlaces'
import { sealingOf } from './wiring'

/** `npm run keys:reseal`: seals anew, by the first of DATA_KEYS, what an older key sealed; the exit code is 1 when something cannot be opened. */
const main = async (): Promise<void> => {
  const config = readConfig()
  const sealing = sealingOf(config)
  const redis = connectRedis(config.REDIS_URL, createLogger('fatal'))
  await redis.connect()
  const texts = await resealTexts(redis, sealing, sealedPlaces)
  redis.disconnect()
  const files = createPhotoFiles(config.PHOTOS_DIR, sealing)
  let photos: Resealed = { anew: 0, already: 0, lost: 0 }
  for await (const found of files.all()) {
    for (const { photoId } of found) {
      const outcome = await files.reseal(photoId)
      if (outcome) photos = sumOf(photos, { anew: 0, already: 0, lost: 0, [outcome]: 1 })
    }
  }
  const tell = (what: string, { anew, already, lost }: Resealed): string => `${what}: ${anew} sealed anew, ${already} were so already, ${lost} cannot be opened\n`
  process.stdout.write(tell('texts', texts) + tell('photos', photos))
  process.exitCode = texts.lost + photos.lost > 0 ? 1 : 0
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
