import { ageOn, birthDayOf, isCreditCode, isIdNumber, isRealDay, tidyNumber } from '@shared/identityNumbers'
import { consentsAt, isAuthorisationEnd, type ConsentBy, type Relation } from '@shared/personRules'
import type { NewPerson } from '@shared/persons'

/** What has been filled in so far, as it was written. */
export interface PersonForm {
  readonly kind: NewPerson['kind']
  readonly name: string
  readonly number: string
  readonly relation: Relation | null
  readonly consentBy: ConsentBy | null
  readonly until: string
  readonly consent: boolean
}

export const emptyForm: PersonForm = { kind: 'family', name: '', number: '', relation: null, consentBy: null, until: '', consent: false }

/** The contract’s limits (shared/persons.ts). */
export const LONGEST_NAME = { family: 50, enterprise: 100 } as const
/** Room for blanks between the parts of a number. */
export const LONGEST_NUMBER = 24

/** Another kind has other fields; a consent is given to what one reads beside it. */
export const chooseKind = (form: PersonForm, kind: PersonForm['kind']): PersonForm => (kind === form.kind ? form : { ...emptyForm, kind })
export const chooseConsentBy = (form: PersonForm, consentBy: ConsentBy): PersonForm => (consentBy === form.consentBy ? form : { ...form, consentBy, consent: false })

/** Whole years; null while there is no right number. */
export const ageIn = (form: PersonForm, today: string): number | null => {
  const number = tidyNumber(form.number)
  return form.kind === 'family' && isIdNumber(number) ? ageOn(birthDayOf(number), today) : null
}

/** Who may consent for the person of the number; the first is meant until another is chosen. */
export const consentsIn = (form: PersonForm, today: string): readonly ConsentBy[] => {
  const age = ageIn(form, today)
  return age === null ? ['given'] : consentsAt(age)
}
export const consentByIn = (form: PersonForm, today: string): ConsentBy => {
  const allowed = consentsIn(form, today)
  return form.consentBy !== null && allowed.includes(form.consentBy) ? form.consentBy : allowed[0] ?? 'given'
}

/** A number that makes somebody else consent takes back a consent that was ticked. */
export const writeNumber = (form: PersonForm, number: string, today: string): PersonForm => {
  const next = { ...form, number }
  return form.consent && consentByIn(next, today) !== consentByIn(form, today) ? { ...next, consent: false } : next
}

/** `yyyyMMdd` of a day as people write it; null for what is none. */
export const dayIn = (text: string): string | null => {
  const [, year, month, date] = /^\s*(20\d\d)\D{0,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}$/.exec(text) ?? /^\s*(20\d\d)(\d\d)(\d\d)\s*$/.exec(text) ?? []
  const day = year && month && date ? `${year}${month.padStart(2, '0')}${date.padStart(2, '0')}` : ''
  return isRealDay(day) ? day : null
}

export type Fault = 'lacksName' | 'badName' | 'lacksNumber' | 'badIdNumber' | 'notBorn' | 'badCreditCode' | 'lacksRelation' | 'lacksUntil' | 'badUntil' | 'lacksConsent'

const numberFault = (form: PersonForm, today: string): Fault | null => {
  const number = tidyNumber(form.number)
  if (number === '') return 'lacksNumber'
  if (form.kind === 'enterprise') return isCreditCode(number) ? null : 'badCreditCode'
  if (!isIdNumber(number)) return 'badIdNumber'
  return birthDayOf(number) < today ? null : 'notBorn'
}
const untilFault = (form: PersonForm, today: string): Fault | null => {
  if (form.until.trim() === '') return 'lacksUntil'
  const day = dayIn(form.until)
  return day !== null && isAuthorisationEnd(day, today) ? null : 'badUntil'
}

/** The first thing that is missing or wrong, in the order of the page. */
export const faultOf = (form: PersonForm, today: string): Fault | null => {
  if (form.name.trim() === '') return 'lacksName'
  if (/[<>\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(form.name)) return 'badName'
  const number = numberFault(form, today)
  if (number) return number
  if (form.kind === 'family' && form.relation === null) return 'lacksRelation'
  const until = form.kind === 'enterprise' ? untilFault(form, today) : null
  return until ?? (form.consent ? null : 'lacksConsent')
}

/** What is sent; null while something is missing or wrong. */
export const bodyOf = (form: PersonForm, today: string): NewPerson | null => {
  if (faultOf(form, today) !== null) return null
  const [name, number] = [form.name.trim(), tidyNumber(form.number)]
  const until = dayIn(form.until)
  if (form.kind === 'enterprise') return until === null ? null : { kind: 'enterprise', name, creditCode: number, authorisedUntil: until, consent: true }
  return form.relation === null ? null : { kind: 'family', name, idNumber: number, relation: form.relation, consent: true, consentBy: consentByIn(form, today) }
}
