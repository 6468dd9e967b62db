import { tags } from './tags'

/** One rating as the platform takes it, by its own names. README.md says what each stands for. */
export interface RatingRecord {
  readonly projectno: string
  readonly taskCode: string
  readonly taskName: string
  readonly pf: string
  readonly satisfaction: string
  readonly assessTime: string
  readonly assessNumber: string
  readonly evalDetail: string
  readonly writingEvaluation: string
  readonly areacode: string
  readonly windowNo: string
  readonly workNo: string
  readonly hallCode: string
  readonly departmentCode: string
  readonly userName: string
  readonly certificateType: string
  readonly certificateNo: string
  readonly contactPhone: string
  readonly userType: string
  readonly projectType: string
}

/** 市和十一个区, 12 digits. */
const AREAS = ['440100', '440103', '440104', '440105', '440106', '440111', '440112', '440113', '440114', '440115', '440117', '440118'].map((six) => `${six}000000`)

/** Every field must be there, a text; these are the ones whose form is looked at by itself. */
const FORMS: Readonly<Record<keyof RatingRecord, RegExp>> = {
  projectno: /^[0-9A-Za-z.-]{1,64}$/, taskCode: /^([0-9A-Z]{31})?$/, taskName: /^.{1,200}$/u, pf: /^[1-7]$/, satisfaction: /^[1-5]$/,
  assessTime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, assessNumber: /^[1-9]\d{0,2}$/, evalDetail: /^(\d{3}(,\d{3}){0,7})?$/, writingEvaluation: /^[^]{0,500}$/u,
  areacode: /^\d{12}$/, windowNo: /^[0-9A-Za-z]{0,8}$/, workNo: /^[0-9A-Za-z_-]{0,32}$/, hallCode: /^[0-9A-Za-z]{1,18}$/, departmentCode: /^([0-9A-Z]{18})?$/,
  userName: /^.{0,50}$/u, certificateType: /^(111)?$/, certificateNo: /^(\d{17}[\dX])?$/, contactPhone: /^[0-9+-]{0,20}$/, userType: /^[01]$/, projectType: /^[12]$/,
}
const NAMES = Object.keys(FORMS) as (keyof RatingRecord)[]

/** The record, or the first field that is not in its form (an unknown one too). */
export const readRecord = (value: unknown): { readonly record: RatingRecord } | { readonly field: string } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { field: '' }
  const given = value as Readonly<Record<string, unknown>>
  const stranger = Object.keys(given).find((name) => !NAMES.includes(name as keyof RatingRecord))
  const faulty = stranger ?? NAMES.find((name) => typeof given[name] !== 'string' || !FORMS[name].test(given[name]))
  if (faulty !== undefined) return { field: faulty }
  const record = given as unknown as RatingRecord
  const contradiction = contradictionIn(record)
  return contradiction ? { field: contradiction } : { record }
}

/** What names a rating: the service and which of its ratings. */
export type Pair = Pick<RatingRecord, 'projectno' | 'assessNumber'>

/** The pair, or the first field that is not in its form. */
export const readPair = (value: unknown): { readonly pair: Pair } | { readonly field: string } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { field: '' }
  const given = value as Readonly<Record<string, unknown>>
  const stranger = Object.keys(given).find((name) => name !== 'projectno' && name !== 'assessNumber')
  const faulty = stranger ?? (['projectno', 'assessNumber'] as const).find((name) => typeof given[name] !== 'string' || !FORMS[name].test(given[name]))
  return faulty === undefined ? { pair: given as unknown as Pair } : { field: faulty }
}

/** Fields that do not fit each other: a person is named whole or not at all, and the department is the item's. */
const contradictionIn = ({ userName, certificateType, certificateNo, taskCode, departmentCode }: RatingRecord): string | undefined => {
  if (new Set([userName, certificateType, certificateNo].map((text) => text === '')).size > 1) return 'certificateNo'
  return departmentCode === taskCode.slice(0, 18) ? undefined : 'departmentCode'
}

export const isKnownArea = (code: string): boolean => AREAS.includes(code)

/** Each tag once, and all of the level given. */
export const tagsFit = ({ evalDetail, satisfaction }: Pick<RatingRecord, 'evalDetail' | 'satisfaction'>): boolean => {
  const given = evalDetail.split(',').filter(Boolean)
  return new Set(given).size === given.length && given.every((tag) => tags[satisfaction]?.includes(tag))
}
