import { isCreditCode, isRealDay } from './identityNumbers'

// No zod here: the phone tells a slip of the finger by the same checks as the server.

/** 实施编码 (GB/T 39554.1): the department's credit code (18), a level digit, the basic code (12). */
const IMPLEMENTATION = /^[0-9A-HJ-NPQRTUWXY]{18}[1-6][0-9A-Z]{12}$/
/** 业务办理项: the implementation code and two digits more. */
const HANDLING_TAIL = /^\d{2}$/
/** 办件号: the implementation code, the day and the number of the day. */
const CASE_TAIL = /^\d{12}$/

export const IMPLEMENTATION_LENGTH = 31
export const HANDLING_LENGTH = 33
export const CASE_LENGTH = 43

/** 31 characters whose first 18 are a credit code with a right check character. */
export const isImplementationCode = (text: string): boolean => IMPLEMENTATION.test(text) && isCreditCode(text.slice(0, 18))

/** 33 characters: an implementation code and which of its handling items. */
export const isHandlingCode = (text: string): boolean =>
  text.length === HANDLING_LENGTH && isImplementationCode(text.slice(0, IMPLEMENTATION_LENGTH)) && HANDLING_TAIL.test(text.slice(IMPLEMENTATION_LENGTH))

/** 43 characters: an implementation code, a day of the calendar, a number of that day. */
export const isCaseNo = (text: string): boolean => {
  const tail = text.slice(IMPLEMENTATION_LENGTH)
  return text.length === CASE_LENGTH && isImplementationCode(text.slice(0, IMPLEMENTATION_LENGTH)) && CASE_TAIL.test(tail) && isRealDay(tail.slice(0, 8))
}

/** The credit code of the department that decides. */
export const departmentOf = (code: string): string => code.slice(0, 18)
/** The implementation code within a case's number or a handling item's. */
export const implementationOf = (code: string): string => code.slice(0, IMPLEMENTATION_LENGTH)
/** The day a case was filed, `yyyyMMdd`. */
export const filedOn = (caseNo: string): string => caseNo.slice(IMPLEMENTATION_LENGTH, IMPLEMENTATION_LENGTH + 8)

/** What a receipt's barcode holds: the case's number, and the secret printed with it. */
export const RECEIPT_SECRET = /^[0-9A-Z]{8}$/
/** Parts of a scanned barcode; undefined when it is none of a receipt. */
export const readReceiptBarcode = (text: string): { readonly caseNo: string; readonly secret: string } | undefined => {
  const [caseNo = '', secret = '', ...rest] = text.trim().split('*')
  return rest.length === 0 && isCaseNo(caseNo) && RECEIPT_SECRET.test(secret) ? { caseNo, secret } : undefined
}
