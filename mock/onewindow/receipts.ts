import { createHash } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** 回执码: eight characters printed on the receipt beside the case's number; always the same for a case. */
export const receiptSecret = (caseNo: string): string =>
  Array.from(createHash('sha256').update(`onewindow-receipt:${caseNo}`).digest().subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** What the receipt's barcode reads. */
export const receiptBarcode = (caseNo: string): string => `${caseNo}*${receiptSecret(caseNo)}`
