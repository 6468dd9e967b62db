import { createHmac } from 'node:crypto'
import type { Copies, Holdings } from '../../capabilities/cases/port'
import type { Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { copyIndexKey, copyKey } from './keys'
import { caseScripts as scripts } from './scripts'

const DAY_MS = 86_400_000
/** Counted in their own slots; more would only make the bound coarser. */
const BUCKETS = 64
const MOST_BYTES = 65_536
/** Whoever changes the form of what is kept counts up: what was kept before no longer opens. */
const FORM = 'case-copy-1'

export interface CopiesOptions {
  readonly redis: Redis
  readonly sealing: Sealing
  /** Keys the names of the copies. */
  readonly nameKey: Buffer
  /** 0: none are kept. */
  readonly days: number
  /** In all; 0: none are kept. */
  readonly most: number
  readonly report: (error: unknown) => void
}

interface Kept { readonly holdings: Holdings; readonly asOf: number }

/** The last good copies in Redis: sealed, under names that tell nothing, each for some days, each of 64 kB at the most. */
export const createCopies = ({ redis, sealing, nameKey, days, most, report }: CopiesOptions): Copies => {
  const buckets = Math.min(BUCKETS, most)
  if (days === 0 || buckets === 0) return { read: async () => null, keep: async () => undefined }
  const placeOf = (sourceId: string, who: string): { readonly bucket: number; readonly name: string } => {
    const digest = createHmac('sha256', nameKey).update(`${sourceId}\n${who}`).digest()
    return { bucket: digest.readUInt32BE(0) % buckets, name: digest.toString('base64url') }
  }
  return {
    read: async (sourceId, who) => {
      const { bucket, name } = placeOf(sourceId, who)
      try {
        const sealed = await redis.get(copyKey(bucket, name))
        const text = sealed === null ? null : sealing.open(sealed, `${FORM} ${name}`)
        return text === null ? null : JSON.parse(text) as Kept
      } catch (error) {
        report(error)
        return null
      }
    },
    keep: async (sourceId, who, holdings, asOf) => {
      const { bucket, name } = placeOf(sourceId, who)
      const kept: Kept = { holdings, asOf }
      const sealed = sealing.seal(JSON.stringify(kept), `${FORM} ${name}`)
      if (sealed.length > MOST_BYTES) return
      const [index, copy] = [copyIndexKey(bucket), copyKey(bucket, name)]
      await scripts.keep_copy.run(redis, [index, copy], [name, sealed, asOf, days * DAY_MS, Math.floor(most / buckets), copyKey(bucket, '')]).catch(report)
    },
  }
}
