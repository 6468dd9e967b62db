import type { CaseDetail, CasePromise, CaseStep, CaseSummary, CaseTrack, SourceState } from '@shared/cases'
import { textsIn } from '@/i18n'
import { monthTexts } from '@/i18n/appointments'
import { caseTexts, stageTexts, standTexts, stopTexts } from '@/i18n/cases'
import { dayTexts } from '@/i18n/dayName'
import type { CaseAnswer } from './api'
import type { CaseViewWords } from './caseView'

/** 2026-01-05, a Monday, 10:00 in the halls' zone. */
export const TEN = 1_767_578_400_000
export const CASE_NO = '11440100007482575H3440118009000202601050001'
export const otherNo = (n: number): string => `${CASE_NO.slice(0, -4)}${String(n).padStart(4, '0')}`

export const aPromise = (change: Partial<CasePromise> = {}): CasePromise => ({ days: 40, statutoryDays: 60, by: '20260312', daysLeft: 38, stopped: null, ...change })
export const aCase = (change: Partial<CaseSummary> = {}): CaseSummary => ({
  caseNo: CASE_NO, itemName: '劳动能力复查鉴定申请', itemId: 'work-ability-review', applicant: '演*', state: 'in-progress', stage: 'examine',
  department: '市人力资源和社会保障局', filedOn: '20260105', promise: aPromise(), waitsForMe: false, bringBy: null, joint: 0, sources: ['one-window'], asOf: TEN, ...change,
})
export const aStep = (change: Partial<CaseStep> = {}): CaseStep => ({ stage: 'accept', status: 'done', at: TEN, department: '综合窗口', note: '', ...change })
export const aTrack = (change: Partial<CaseTrack> = {}): CaseTrack => ({
  department: '市住房和城乡建设局', state: 'in-progress', stage: 'examine', promise: aPromise(), holdsUp: false, note: '', sourceId: 'housing', asOf: TEN, ...change,
})
export const aDetail = (change: Partial<CaseDetail> = {}): CaseDetail => ({
  ...aCase(), steps: [aStep(), aStep({ stage: 'examine', status: 'now', at: null, department: '市人力资源和社会保障局' }), aStep({ stage: 'decide', status: 'next', at: null, department: null })],
  stops: [], supplement: null, result: null, tracks: [], heldUpBy: [], visit: null, ...change,
})
/** Waits for documents by 9 January; its clock stands. */
export const aSupplement = (): Partial<CaseDetail> => ({
  state: 'supplement', waitsForMe: true, bringBy: '20260109', supplement: { asks: [{ name: '居民身份证', note: '原件' }], until: '20260109' },
  promise: aPromise({ by: null, daysLeft: null, stopped: { reason: 'supplement', since: '20260105', note: '' } }),
})
export const aSource = (change: Partial<SourceState> = {}): SourceState => ({ sourceId: 'one-window', name: { zh: '一窗综合受理系统', en: 'One-window acceptance' }, state: 'answered', asOf: TEN, ...change })
/** Did not answer; what is shown of it is of 9:40. */
export const aSilentSource = (change: Partial<SourceState> = {}): SourceState =>
  aSource({ sourceId: 'housing', name: { zh: '住建系统', en: 'Housing' }, state: 'unavailable', asOf: TEN - 20 * 60_000, ...change })
export const anAnswer = (change: Partial<CaseDetail> = {}, sources: readonly SourceState[] = [aSource()]): CaseAnswer => ({
  case: aDetail(change), sources: [...sources], complete: sources.every(({ state }) => state === 'answered'), askAgainMs: null,
})

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const
/** Days without their weekday, for tests of what is said around them. */
export const wordsIn = (language: 'zh' | 'en'): CaseViewWords => ({
  say: textsIn(language, standTexts), stop: textsIn(language, stopTexts), one: textsIn(language, caseTexts), stage: textsIn(language, stageTexts),
  dayName: (day) => textsIn(language, dayTexts)('dayOfYear', { year: day.slice(0, 4), month: textsIn(language, monthTexts)(months[Number(day.slice(4, 6)) - 1] ?? '1'), n: Number(day.slice(6)) }),
})
