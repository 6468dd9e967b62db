import { ContractError } from '@shared/errors'
import { bulkhead, BulkheadRejectedError } from 'cockatiel'
import sharp from 'sharp'
import { jpegScans } from './jpegScans'
import type { Picture, Remake } from './port'

const LONGEST_SIDE = 1_600
/** More than phones take; a file of a few kilobytes may claim a hundred times as much. */
const MOST_PIXELS = 50_000_000
/** Cameras and editors write up to some twenty. */
const MOST_SCANS = 64
const MOST_SECONDS = 8
/** At once, as decoding takes a core and up to 300 MB each; and how many more may wait. */
const AT_ONCE = 2
const WAITING = 30

// What is none of these is not even tried: fewer decoders, fewer holes.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** By what it is, whatever it is called. */
const mayBePicture = (sent: Buffer): boolean => {
  if (sent.subarray(0, 3).equals(JPEG)) return jpegScans(sent) <= MOST_SCANS
  if (sent.subarray(0, 8).equals(PNG)) return true
  return sent.toString('latin1', 0, 4) === 'RIFF' && sent.toString('latin1', 8, 12) === 'WEBP'
}

const decode = async (sent: Buffer): Promise<Picture | null> => {
  try {
    const { data, info } = await sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .timeout({ seconds: MOST_SECONDS })
      // Turned as the camera says before that is forgotten with everything else the file tells.
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}

/** Decodes JPEG, PNG and WebP, the first picture of several, and writes what is seen as a new JPEG; a few at once. */
export const createRemake = (atOnce = AT_ONCE, waiting = WAITING): Remake => {
  const seats = bulkhead(atOnce, waiting)
  return async (sent) => {
    if (!mayBePicture(sent)) return null
    try {
      return await seats.execute(() => decode(sent))
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? Object.assign(new ContractError('UNAVAILABLE'), { cause: error }) : error
    }
  }
}
