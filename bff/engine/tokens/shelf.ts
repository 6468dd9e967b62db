import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'
import { claimKey, tokenKey } from './keys'
import { tokenScripts as scripts } from './scripts'

const stored = z.object({ token: z.string().min(1), expiresAt: z.number() })
export type KeptToken = z.output<typeof stored>

export interface ShelfParts {
  readonly redis: Redis
  readonly sealing: Sealing
  /** Platform and application the token is of, e.g. `wechat:wx…`. */
  readonly application: string
}

/**
 * Where all processes keep one token of a platform, sealed, and agree who fetches the next. Every act may be repeated, and
 * throws UNAVAILABLE while Redis is away.
 */
export const createTokenShelf = ({ redis, sealing, application }: ShelfParts) => {
  const [kept, claim] = [tokenKey(application), claimKey(application)]
  return {
    /** Null when there is none, or it can no longer be opened. */
    read: (): Promise<KeptToken | null> => harmless(async () => {
      const sealed = await redis.get(kept)
      const text = sealed === null ? null : sealing.open(sealed, kept)
      return text === null ? null : stored.parse(JSON.parse(text))
    }),
    /** The right to fetch one, for so long; null while somebody else has it. */
    claim: (forMs: number): Promise<string | null> => harmless(async () => {
      const holder = randomUUID()
      return await redis.set(claim, holder, 'PX', forMs, 'NX') === 'OK' ? holder : null
    }),
    /** Gives the right back, with what it brought. */
    settle: (holder: string, brought: KeptToken | null, now: number): Promise<void> => harmless(async () => {
      const sealed = brought === null ? '' : sealing.seal(JSON.stringify(brought), kept)
      await scripts.settle_claim.run(redis, [claim, kept], [holder, sealed, Math.max(1, (brought?.expiresAt ?? 0) - now)])
    }),
  }
}
