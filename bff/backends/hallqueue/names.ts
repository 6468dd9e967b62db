import { createHash } from 'node:crypto'

const digest = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()

/**
 * A ticket's id is the one that we give the machine as its outer number: no table of theirs and ours is needed, and it stays
 * what it is whatever keys change. It is a hash of who takes with which key, 100 bits that nobody guesses, so a repeated act
 * names the same ticket.
 */
export const newOuterNo = (hallId: string, actor: string, key: string): string =>
  [...digest('ticket', hallId, actor, key).subarray(0, 20)].map((byte) => (byte % 36).toString(36)).join('')
export const ticketIdOf = (hallId: string, outerNo: string): string => `${hallId}.${outerNo}`
export const outerNoOf = (ticketId: string): string => ticketId.slice(ticketId.indexOf('.') + 1)

/** Names one act of one caller in a hall. */
export const serialOf = (hallId: string, actor: string, key: string): string => digest('act', hallId, actor, key).toString('base64url')

/** How a citizen is named to one system: two systems cannot find out that they serve the same person. */
export const userNoOf = (systemId: string, citizenId: string): string => digest('citizen', systemId, citizenId).toString('base64url').slice(0, 22)
