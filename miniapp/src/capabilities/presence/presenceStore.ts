import type { Keep } from '@/platform/keep'

/** Proof that this phone was in a hall, as kept until it is used or grows old. */
export interface KeptPresence {
  readonly hallId: string
  readonly presence: string
  /** By the server's clock. */
  readonly expiresAt: number
  /** By the phone's own. */
  readonly receivedAt: number
}

/** A proof is surely good for so long after it was received, whatever the phone's clock says; as the server has it unless told otherwise. */
const LIFE_MS = 15 * 60_000

const nameFor = (hallId: string): string => `presence/${hallId}`

const isKept = (value: unknown): value is KeptPresence =>
  typeof value === 'object' && value !== null && 'presence' in value && 'expiresAt' in value && 'hallId' in value && 'receivedAt' in value
  && typeof value.presence === 'string' && typeof value.expiresAt === 'number' && typeof value.hallId === 'string' && typeof value.receivedAt === 'number'

/** Over only when both the instant and the time passed say so: a phone whose clock is fast would else throw away every fresh scan. */
const isOver = ({ expiresAt, receivedAt }: KeptPresence, now: number): boolean => now >= expiresAt && now - receivedAt >= LIFE_MS

/**
 * Keeps one proof per hall. One that is over counts as none: better to ask for a new scan at once than after the tap.
 * The phone only decides this early; the server has the last word.
 */
export const createPresenceStore = (keep: Keep, now: () => number) => ({
  keep: (proof: Omit<KeptPresence, 'receivedAt'>): void => { keep.write(nameFor(proof.hallId), { ...proof, receivedAt: now() }) },
  of: (hallId: string): KeptPresence | null => {
    const kept = keep.read(nameFor(hallId))
    return isKept(kept) && kept.hallId === hallId && !isOver(kept, now()) ? kept : null
  },
  /** Whether there was one, and it is over: whoever scanned must not be told as if they never had. */
  isOver: (hallId: string): boolean => {
    const kept = keep.read(nameFor(hallId))
    return isKept(kept) && kept.hallId === hallId && isOver(kept, now())
  },
  drop: (hallId: string): void => { keep.remove(nameFor(hallId)) },
})
