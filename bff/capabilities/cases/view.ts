import { filedOn } from '@shared/caseNumbers'
import type { CaseDetail, CasePromise, CaseSummary, CaseTrack } from '@shared/cases'
import { decidedStates, type CaseState } from '@shared/caseStates'
import { promiseOf } from './deadline'
import type { MergedCase } from './merge'
import type { WorkCalendar } from './port'
import { stepsOf } from './timeline'

export interface Viewing { readonly today: string; readonly isWorkingDay: WorkCalendar; readonly itemOf: (caseNo: string) => string | null }

const isOpen = (state: CaseState): boolean => !decidedStates.includes(state)
const isLate = (promise: CasePromise | null): boolean => (promise?.daysLeft ?? 0) < 0

/** The parts the whole waits for: those that are late, else those whose clock stands, else the ones promised last. */
const holdingUp = (tracks: readonly Omit<CaseTrack, 'holdsUp'>[]): ReadonlySet<unknown> => {
  const open = tracks.filter(({ state }) => isOpen(state))
  const late = open.filter(({ promise }) => isLate(promise))
  if (late.length > 0) return new Set(late)
  const standing = open.filter(({ promise }) => promise?.stopped)
  if (standing.length > 0) return new Set(standing)
  const last = open.reduce((day, { promise }) => (promise?.by && promise.by > day ? promise.by : day), '')
  return new Set(open.filter(({ promise }) => (promise?.by ?? '') === last))
}

const tracksOf = ({ record, tracks }: MergedCase, { today, isWorkingDay }: Viewing): CaseTrack[] => {
  const seen = tracks.map(({ department, state, stage, note, sourceId, asOf, ...clock }) =>
    ({ department: department.name, state, stage, note, sourceId, asOf, promise: isOpen(state) ? promiseOf(clock, today, isWorkingDay) : null }))
  // While it waits for the applicant, no department holds it up.
  const holding = isOpen(record.state) && record.state !== 'supplement' ? holdingUp(seen) : new Set()
  return seen.map((track) => ({ ...track, holdsUp: holding.has(track) }))
}

/** A case as lists show it, as of `today`. */
export const summaryOf = (merged: MergedCase, viewing: Viewing): CaseSummary => {
  const { record, sources, asOf, tracks } = merged
  const { caseNo, itemName, applicant, state, stage, department, acceptedOn, limit, stops, supplement, result } = record
  const promise = isOpen(state) ? promiseOf({ startedOn: acceptedOn, limit, stops }, viewing.today, viewing.isWorkingDay) : null
  const asked = state === 'supplement' && supplement !== null
  return {
    caseNo, itemName, itemId: viewing.itemOf(caseNo), applicant, state, stage, department: department.name, filedOn: filedOn(caseNo), promise,
    waitsForMe: asked || (state === 'granted' && result !== null && result.ways.length > 0 && result.collectedOn === null), bringBy: asked ? supplement.until : null,
    joint: tracks.length, sources: [...sources], asOf,
  }
}

/** A case in whole; the visit it was filed at is the caller's to add. */
export const detailOf = (merged: MergedCase, viewing: Viewing): Omit<CaseDetail, 'visit'> => {
  const { record } = merged
  const tracks = tracksOf(merged, viewing)
  return {
    ...summaryOf(merged, viewing), steps: stepsOf(record), stops: [...record.stops],
    supplement: record.state === 'supplement' && record.supplement ? { asks: [...record.supplement.asks], until: record.supplement.until } : null,
    result: record.result && { ...record.result, ways: [...record.result.ways] },
    tracks, heldUpBy: tracks.filter(({ holdsUp }) => holdsUp).map(({ department }) => department),
  }
}

/** Those that wait for the applicant first, then what is under way, the newest first. */
export const inOrder = (cases: readonly CaseSummary[]): CaseSummary[] => {
  const weight = ({ waitsForMe, state }: CaseSummary): number => (waitsForMe ? 0 : isOpen(state) ? 1 : 2)
  return [...cases].sort((a, b) => weight(a) - weight(b) || (a.filedOn < b.filedOn ? 1 : a.filedOn > b.filedOn ? -1 : a.caseNo < b.caseNo ? -1 : 1))
}
