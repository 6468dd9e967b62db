import type { Receipt } from '@shared/cases'
import { CASE_LENGTH, filedOn, IMPLEMENTATION_LENGTH, isCaseNo, isImplementationCode, readReceiptBarcode } from '@shared/caseNumbers'
import { isCreditCode, isRealDay, tidyNumber } from '@shared/identityNumbers'
import type { Translate } from '@/i18n'
import type { receiptTexts } from '@/i18n/cases'

type Say = Translate<typeof receiptTexts>

/** What is wrong with a typed case number, as a sentence; null when its form and checks are right. Nothing wrong is sent. */
export const numberFault = (typed: string, say: Say): string | null => {
  const text = tidyNumber(typed)
  const n = text.length
  if (n === 0) return say('numberMissing')
  if (n < CASE_LENGTH) return say('tooShort', { all: CASE_LENGTH, n, lacks: CASE_LENGTH - n })
  if (n > CASE_LENGTH) return say('tooLong', { all: CASE_LENGTH, n, extra: n - CASE_LENGTH })
  if (isCaseNo(text)) return null
  if (!isCreditCode(text.slice(0, 18))) return say('badCheck')
  return isImplementationCode(text.slice(0, IMPLEMENTATION_LENGTH)) && !isRealDay(filedOn(text)) ? say('badDay') : say('badForm')
}

/** What was read by the scanner: a receipt's barcode, a case number alone, or something else. */
export type ReadReceipt = { readonly kind: 'receipt'; readonly receipt: Receipt } | { readonly kind: 'number'; readonly caseNo: string } | { readonly kind: 'other' }

export const readScanned = (text: string): ReadReceipt => {
  const barcode = readReceiptBarcode(text)
  if (barcode) return { kind: 'receipt', receipt: { by: 'barcode', ...barcode } }
  const caseNo = tidyNumber(text)
  return isCaseNo(caseNo) ? { kind: 'number', caseNo } : { kind: 'other' }
}

/** What is sent of a filled form. */
export const typedReceipt = (number: string, name: string): Receipt => ({ by: 'name', caseNo: tidyNumber(number), name: name.trim() })
