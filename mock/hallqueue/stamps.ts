const OFFSET_MS = 8 * 3_600_000

/** `yyyyMMddHHmmss`, Beijing; nothing for no time. */
export const stampAt = (at: number | null): string => (at === null ? '' : new Date(at + OFFSET_MS).toISOString().replace(/\D/g, '').slice(0, 14))
export const dayAt = (at: number): string => stampAt(at).slice(0, 8)
