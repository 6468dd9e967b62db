import { createHash } from 'node:crypto'

/** Tells one act from another under the same key. */
export const digestOf = (...parts: readonly unknown[]): string => createHash('sha1').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)

/** The hall, and 20 letters that name what one citizen does with one key: a repetition names the same. */
export const idOf = (hallId: string, ...parts: readonly string[]): string =>
  `${hallId}.${[...createHash('sha256').update(parts.join(' ')).digest().subarray(0, 20)].map((byte) => (byte % 36).toString(36)).join('')}`
