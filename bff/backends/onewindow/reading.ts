import { maskName } from '@shared/masks'
import type { CaseStage, CaseState, ResultWay, StopReason } from '@shared/caseStates'
import { serviceDay } from '@shared/time'
import type { CaseRecord, StopRecord, TrackRecord } from '../../capabilities/cases/port'
import type { WireCase } from './wire'

const STATES = {
  10: 'applied', 30: 'in-progress', 31: 'supplement', 32: 'special', 40: 'granted', 41: 'refused', 50: 'granted', 60: 'delivered', 70: 'granted', 90: 'withdrawn',
} as const satisfies Record<string, CaseState>
const STAGES = { '01': 'apply', '02': 'accept', '03': 'examine', '04': 'decide', '05': 'issue', '06': 'deliver' } as const satisfies Record<string, CaseStage>
const REASONS = { 0: 'supplement', 1: 'hearing', 2: 'inspection', 3: 'testing', 4: 'expert-review', 9: 'other' } as const satisfies Record<string, StopReason>
const WAYS = { 1: 'window', 2: 'post', 3: 'locker', 4: 'electronic' } as const satisfies Record<string, ResultWay>

const dayOrNull = (at: number | null): string | null => (at === null ? null : serviceDay(at))

const readStops = (stops: WireCase['zdjl']): readonly StopRecord[] =>
  stops.map(({ zdlx, kssj, jssj, sm }) => ({ reason: REASONS[zdlx], from: serviceDay(kssj), until: dayOrNull(jssj), note: sm }))

const readTrack = (caseNo: string, part: WireCase['lhbl'][number]): TrackRecord => ({
  caseNo, department: { creditCode: part.bmbm, name: part.bmmc }, state: STATES[part.blzt], stage: STAGES[part.hjdm],
  startedOn: dayOrNull(part.kssj), limit: part.cnqx === null ? null : { promisedDays: part.cnqx, statutoryDays: part.fdqx },
  stops: readStops(part.zdjl), endedOn: dayOrNull(part.jssj), note: part.sm,
})

const readSupplement = ({ blzt, bzxx }: WireCase): CaseRecord['supplement'] =>
  (blzt === '31' && bzxx ? { asks: bzxx.bzcl.map(({ clmc, clsm }) => ({ name: clmc, note: clsm })), until: bzxx.bzqx } : null)

const readResult = ({ jgxx }: WireCase): CaseRecord['result'] => jgxx && {
  outcome: jgxx.jglx === '1' ? 'granted' : 'refused', on: serviceDay(jgxx.jdsj), document: jgxx.jgmc, reason: jgxx.jdly,
  ways: jgxx.lqfs.map(({ lqfs, lqdd, lqsm, dtbm }) => ({ way: WAYS[lqfs], place: lqdd, note: lqsm, hallId: dtbm })), collectedOn: dayOrNull(jgxx.lqsj),
}

/** Their words in ours. A person's name is masked here, and goes no further. */
export const readCase = (wire: WireCase): CaseRecord => ({
  caseNo: wire.bjbh, itemName: wire.sxmc, applicant: wire.sqrlx === '1' ? maskName(wire.sqrxm) : wire.sqrxm,
  state: STATES[wire.blzt], stage: STAGES[wire.hjdm], department: { creditCode: wire.bmbm, name: wire.bmmc },
  acceptedOn: dayOrNull(wire.slsj), limit: { promisedDays: wire.cnqx, statutoryDays: wire.fdqx },
  steps: wire.gclb.map(({ hjdm, blsj, bmmc, blyj }) => ({ stage: STAGES[hjdm], at: blsj, department: bmmc, note: blyj })),
  stops: readStops(wire.zdjl), supplement: readSupplement(wire), result: readResult(wire),
  tracks: wire.lhbl.map((part) => readTrack(wire.bjbh, part)), ticketId: wire.queueNo,
})
