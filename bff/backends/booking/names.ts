import { createHash } from 'node:crypto'

const hash = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()
const letters = (bytes: Buffer): string => [...bytes.subarray(0, 20)].map((byte) => (byte % 36).toString(36)).join('')

/**
 * The number we give an order is the last part of the appointment's id, so no table of theirs and ours is needed. It is a hash
 * of who books with which key: a repetition names the same order, also when it asks for something else, and nobody guesses it.
 */
export const orderNoFor = (citizenId: string, key: string): string => letters(hash('order', citizenId, key))
export const waitNoFor = (citizenId: string, key: string): string => letters(hash('wait', citizenId, key))
/** Names one act on one order: a key may be used for each once. */
export const requestNoFor = (orderNo: string, key: string): string => hash('act', orderNo, key).toString('hex').slice(0, 32)

export const idOf = (hallId: string, no: string): string => `${hallId}.${no}`
export const noOf = (id: string): string => id.slice(id.indexOf('.') + 1)
