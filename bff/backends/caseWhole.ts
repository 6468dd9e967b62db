import type { CaseState } from '@shared/caseStates'
import type { z } from 'zod'
import type { CaseRecord, StopRecord, TrackRecord } from '../capabilities/cases/port'

const DECIDED: readonly CaseState[] = ['granted', 'delivered', 'refused']
/** In these a case may stand without having been accepted. */
const BEFORE_ACCEPTANCE: readonly CaseState[] = ['applied', 'supplement', 'withdrawn']

/** Whether the clock stands exactly when the state says so, and for the reason it says. */
const stopsFit = (state: CaseState, stops: readonly StopRecord[]): boolean => {
  const open = stops.filter(({ until }) => until === null)
  if (stops.some(({ from, until }) => until !== null && until < from)) return false
  if (state !== 'supplement' && state !== 'special') return open.length === 0
  return open.length === 1 && (open[0]?.reason === 'supplement') === (state === 'supplement')
}

const resultFits = (state: CaseState, result: CaseRecord['result']): boolean => {
  if (!result) return !DECIDED.includes(state)
  return DECIDED.includes(state) && (result.outcome === 'refused') === (state === 'refused') && (result.collectedOn !== null) === (state === 'delivered')
}

const faultsOfCase = ({ state, stops, supplement, result, acceptedOn }: CaseRecord): readonly string[] => [
  ...(stopsFit(state, stops) ? [] : ['stops']),
  ...((state === 'supplement') === (supplement !== null) ? [] : ['supplement']),
  ...(resultFits(state, result) ? [] : ['result']),
  ...(acceptedOn !== null || BEFORE_ACCEPTANCE.includes(state) ? [] : ['acceptedOn']),
]

const faultsOfTrack = ({ state, stops, startedOn, endedOn }: TrackRecord): readonly string[] => [
  ...(stopsFit(state, stops) ? [] : ['stops']),
  ...(startedOn !== null || BEFORE_ACCEPTANCE.includes(state) ? [] : ['startedOn']),
  ...(DECIDED.includes(state) === (endedOn !== null) || state === 'withdrawn' ? [] : ['endedOn']),
]

const naming = <T>(faults: (value: T) => readonly string[]) => (value: T, context: z.RefinementCtx): void => {
  for (const field of faults(value)) context.addIssue({ code: 'custom', path: [field], message: 'contradicts the state' })
}

/** Refuses what contradicts itself, naming the field in our words: half of it would be shown as if it were true. */
export const wholeCase = naming(faultsOfCase)
export const wholeTrack = naming(faultsOfTrack)
