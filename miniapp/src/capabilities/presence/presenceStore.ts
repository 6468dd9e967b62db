import type { Keep } from '@/platform/keep'

/** Proof that this phone was in a hall, as kept until it is used or grows old. */
export interface KeptPresence { readonly hallId: string; readonly presence: string; readonly expiresAt: number }

const nameFor = (hallId: string): string => `presence/${hallId}`

const isKept = (value: unknown): value is KeptPresence =>
  typeof value === 'object' && value !== null && 'presence' in value && 'expiresAt' in value && 'hallId' in value
  && typeof value.presence === 'string' && typeof value.expiresAt === 'number' && typeof value.hallId === 'string'

/**
 * Keeps one proof per hall. An expired one counts as none: better to ask for a new scan at once than
 * after the tap. The phone's clock only decides this early; the server has the last word.
 */
export const createPresenceStore = (keep: Keep, now: () => number) => ({
  keep: (kept: KeptPresence): void => { keep.write(nameFor(kept.hallId), kept) },
  of: (hallId: string): KeptPresence | null => {
    const kept = keep.read(nameFor(hallId))
    return isKept(kept) && kept.hallId === hallId && kept.expiresAt > now() ? kept : null
  },
  drop: (hallId: string): void => { keep.remove(nameFor(hallId)) },
})
