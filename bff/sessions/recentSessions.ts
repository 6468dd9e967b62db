import { LRUCache } from 'lru-cache'

/** How long a session is believed without asking the store: what another process revoked may pass for so long here. */
export const BELIEVED_MS = 5_000
const MOST = 50_000

interface Expiring { readonly expiresAt: number }
type Entry<S> = { readonly session: S; readonly askedAt: number } | 'revoked'

export interface RecentSessions<S extends Expiring> {
  /** The session of a hashed token, or null for one that is unknown, over or revoked. */
  readonly find: (tokenHash: string) => Promise<S | null>
  /** From this moment on the token is worth nothing in this process, whatever a running read brings back. */
  readonly revoke: (tokenHash: string) => void
  /** From this moment on these are believed no more in this process: the store is asked again, also by a running read. */
  readonly doubt: (which: (session: S) => boolean) => void
}

/**
 * Spares the store a read on every request. Revocation is immediate in this process and takes at most BELIEVED_MS in
 * the others. Only sessions that exist are kept, so that made-up tokens cannot push them out.
 */
export const createRecentSessions = <S extends Expiring>(read: (tokenHash: string) => Promise<S | null>, clock: () => number): RecentSessions<S> => {
  const entries = new LRUCache<string, Entry<S>>({ max: MOST })
  let doubts = 0
  const find = async (tokenHash: string): Promise<S | null> => {
    const known = entries.get(tokenHash)
    if (known === 'revoked') return null
    const now = clock()
    if (known && now - known.askedAt < BELIEVED_MS) return known.session.expiresAt > now ? known.session : null
    const before = doubts
    const session = await read(tokenHash)
    // Revoked while we were reading: the answer is from before.
    if (entries.get(tokenHash) === 'revoked') return null
    if (doubts !== before) return find(tokenHash)
    if (!session || session.expiresAt <= clock()) {
      entries.delete(tokenHash)
      return null
    }
    entries.set(tokenHash, { session, askedAt: now })
    return session
  }
  return {
    find,
    revoke: (tokenHash) => { entries.set(tokenHash, 'revoked') },
    doubt: (which) => {
      doubts += 1
      for (const [tokenHash, entry] of entries.entries()) if (entry !== 'revoked' && which(entry.session)) entries.delete(tokenHash)
    },
  }
}
