import type { CaseRecord, CaseSource, Copies, Holdings, SourceAnswer, TrackRecord } from '../port'

export const HOUSING = { creditCode: '11990000DEPT00003Q', name: '住房和城乡建设局' }
export const SOCIAL = { creditCode: '11990000DEPT00002M', name: '人力资源和社会保障局' }
export const LAND = { creditCode: '11990000DEPT00009B', name: '规划和自然资源局' }
const POLICE = { creditCode: '11990000DEPT00005Y', name: '公安局' }
/** The nth case of the demo city's police on 5 January 2026. */
export const numberOf = (n: number): string => `11990000DEPT00005Y344200900100020260105${String(n).padStart(4, '0')}`

/** In examination since Monday 5 January 2026, ten working days promised. */
export const aRecord = (given: Partial<CaseRecord> = {}): CaseRecord => ({
  caseNo: numberOf(1), itemName: '居住证办理', applicant: '演*', state: 'in-progress', stage: 'examine', department: POLICE, acceptedOn: '20260105',
  limit: { promisedDays: 10, statutoryDays: 15 }, steps: [], stops: [], supplement: null, result: null, tracks: [], ticketId: null, ...given,
})
export const aTrack = (given: Partial<TrackRecord> = {}): TrackRecord => ({
  caseNo: numberOf(1), department: HOUSING, state: 'in-progress', stage: 'examine', startedOn: '20260105', limit: { promisedDays: 5, statutoryDays: 10 },
  stops: [], endedOn: null, note: '', ...given,
})
export const holdings = (cases: readonly CaseRecord[] = [], tracks: readonly TrackRecord[] = []): Holdings => ({ cases, tracks })
export const answered = <T>(value: T): SourceAnswer<T> => ({ kind: 'answered', value })

/** A source that holds what it is given, and answers as it is told. */
export const aSource = (sourceId: string, given: Partial<CaseSource> & { readonly holds?: Holdings } = {}): CaseSource => {
  const { holds = holdings(), ...rest } = given
  return {
    sourceId, name: { zh: sourceId, en: sourceId }, mayHold: () => true,
    listOf: async () => answered(holds), find: async () => answered(holds), ofTicket: async () => answered(holds),
    changes: async (cursor) => answered({ changes: [], cursor: cursor ?? '0' }), ...rest,
  }
}

/** Copies in memory: what was kept, by source and whose it is. */
export const copiesInMemory = (): Copies & { readonly kept: Map<string, { holdings: Holdings; asOf: number }> } => {
  const kept = new Map<string, { holdings: Holdings; asOf: number }>()
  return {
    kept,
    read: async (sourceId, who) => kept.get(`${sourceId} ${who}`) ?? null,
    keep: async (sourceId, who, found, asOf) => { kept.set(`${sourceId} ${who}`, { holdings: found, asOf }) },
  }
}
