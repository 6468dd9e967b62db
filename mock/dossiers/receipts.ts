import { createHash } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** What is printed on a receipt beside the case's number: eight characters, always the same for a system and case. */
export const receiptSecret = (system: string, caseNo: string): string =>
  Array.from(createHash('sha256').update(`${system}-receipt:${caseNo}`).digest().subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
