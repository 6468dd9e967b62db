const OFFSET_MS = 8 * 3_600_000

/** `yyyy-MM-dd HH:mm:ss` in China. */
export const stampAt = (now: number): string => new Date(now + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')

/** `yyyyMMdd` in China. */
export const dayAt = (now: number): string => stampAt(now).slice(0, 10).replaceAll('-', '')

/** `yyyy-MM-dd` of `yyyyMMdd`. */
export const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
