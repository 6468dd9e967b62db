import { birthDayOf, isIdNumber, tidyNumber } from '@shared/identityNumbers'
import type { FaceBody } from './api'

/** What has been filled in so far, as it was written. It holds an ID number: in memory only, and gone with the page. */
export interface RealNameForm { readonly name: string; readonly number: string; readonly idNumberConsent: boolean; readonly faceConsent: boolean }

export const emptyForm: RealNameForm = { name: '', number: '', idNumberConsent: false, faceConsent: false }

/** The contract’s limit (shared/realName.ts). */
export const LONGEST_NAME = 50
/** Room for blanks between the parts of a number. */
export const LONGEST_NUMBER = 24

export type Fault = 'lacksName' | 'badName' | 'lacksNumber' | 'badNumber' | 'notBorn' | 'lacksIdNumberConsent' | 'lacksFaceConsent'

const numberFault = (number: string, today: string): Fault | null => {
  if (number === '') return 'lacksNumber'
  if (!isIdNumber(number)) return 'badNumber'
  return birthDayOf(number) < today ? null : 'notBorn'
}

/** The first thing that is missing or wrong, in the order of the page. `today` is `yyyyMMdd`. */
export const faultOf = ({ name, number, idNumberConsent, faceConsent }: RealNameForm, today: string): Fault | null => {
  if (name.trim() === '') return 'lacksName'
  if (/[<>\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(name)) return 'badName'
  const fault = numberFault(tidyNumber(number), today)
  if (fault) return fault
  if (!idNumberConsent) return 'lacksIdNumberConsent'
  return faceConsent ? null : 'lacksFaceConsent'
}

/** What is sent; null while something is missing or wrong. */
export const bodyOf = (form: RealNameForm, today: string): FaceBody | null =>
  (faultOf(form, today) === null ? { name: form.name.trim(), idNumber: tidyNumber(form.number), consent: { idNumber: true, face: true } } : null)
