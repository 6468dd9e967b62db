import { stepOf, type Dossier, type Procedure, type Standing, type Way } from '../dossiers/dossier'
import type { Change } from '../dossiers/journal'
import { departments } from '../world/departments'

const OFFSET_MS = 8 * 3_600_000
/** ISO 8601 with China's offset. */
const timeAt = (at: number): string => `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
const timeOrNull = (at: number | null): string | null => (at === null ? null : timeAt(at))

const STATUSES: Readonly<Record<Standing, string>> = {
  applied: 'SUBMITTED', examining: 'EXAMINING', supplement: 'CORRECTION', special: 'SUSPENDED', granted: 'APPROVED', ready: 'READY', delivered: 'CLOSED', refused: 'REJECTED', withdrawn: 'WITHDRAWN',
}
const PROCEDURES: Readonly<Record<Procedure, string>> = { supplement: 'CORRECTION', hearing: 'HEARING', inspection: 'INSPECTION', testing: 'TEST', experts: 'REVIEW', other: 'OTHER' }
const PICKUPS: Readonly<Record<Way, { readonly mode: string; readonly location: string; readonly remark: string }>> = {
  window: { mode: 'COUNTER', location: '交通运输服务窗口', remark: '请带身份证件' }, post: { mode: 'MAIL', location: '', remark: '按申请时填写的地址寄出' },
  locker: { mode: 'LOCKER', location: '二十四小时自助取件柜', remark: '' }, electronic: { mode: 'DIGITAL', location: '', remark: '电子证照' },
}
const { creditCode, name } = departments.transport

/** A case as it goes over the wire; see README.md for the names. */
export const wireCase = (one: Dossier): object => ({
  caseNumber: one.caseNo, matter: one.item.name,
  applicant: one.holder.kind === 'person' ? { type: 'PERSON', name: one.holder.name } : { type: 'ENTERPRISE', name: one.holder.name, creditCode: one.holder.creditCode },
  agency: { creditCode, name }, status: STATUSES[one.standing], phase: stepOf(one).toUpperCase(), acceptedAt: timeOrNull(one.acceptedAt),
  commitment: { promised: one.item.promisedDays, statutory: one.item.statutoryDays },
  history: one.done.map(({ step, at, note }) => ({ phase: step.toUpperCase(), time: timeAt(at), remark: note })),
  suspensions: one.stops.map(({ procedure, from, until, note }) => ({ type: PROCEDURES[procedure], start: timeAt(from), end: timeOrNull(until), remark: note })),
  correction: one.asked && one.standing === 'supplement' ? { deadline: timeAt(one.asked.until).slice(0, 10), items: one.asked.things.map((thing) => ({ name: thing.name, remark: thing.note })) } : null,
  decision: one.decision && {
    approved: one.decision.granted, time: timeAt(one.decision.at), document: one.decision.granted ? one.item.name : '不予行政许可决定书', reason: one.decision.reason,
    pickups: one.decision.ways.map((way) => PICKUPS[way]), collectedAt: timeOrNull(one.decision.collectedAt),
  },
})

/** @param start tells the changes of one start from those of another */
export const wireChange = (start: string, { serial, at, caseNo, kind }: Change): object =>
  ({ changeId: `TC-${start}-${serial}`, caseNumber: caseNo, type: kind.toUpperCase(), time: timeAt(at) })
