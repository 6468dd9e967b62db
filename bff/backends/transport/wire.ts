import { day } from '@shared/ids'
import { serviceDay } from '@shared/time'
import { z } from 'zod'
import type { CaseRecord } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { caseNo, creditCode, happenedBy, MOST_A_CASE, name, text, workingDays } from '../caseFields'
import { shownOwner, whole, type Piece } from '../casePieces'

const STATES = {
  SUBMITTED: 'applied', EXAMINING: 'in-progress', CORRECTION: 'supplement', SUSPENDED: 'special', APPROVED: 'granted', READY: 'granted', CLOSED: 'delivered', REJECTED: 'refused', WITHDRAWN: 'withdrawn',
} as const
const STAGES = { APPLY: 'apply', ACCEPT: 'accept', EXAMINE: 'examine', DECIDE: 'decide', ISSUE: 'issue', DELIVER: 'deliver' } as const
const REASONS = { CORRECTION: 'supplement', HEARING: 'hearing', INSPECTION: 'inspection', TEST: 'testing', REVIEW: 'expert-review', OTHER: 'other' } as const
const WAYS = { COUNTER: 'window', MAIL: 'post', LOCKER: 'locker', DIGITAL: 'electronic' } as const

/** ISO 8601 with an offset; gives milliseconds. */
export const time = z.iso.datetime({ offset: true }).transform((given) => Date.parse(given))
const calendarDay = z.iso.date().transform((given) => given.replaceAll('-', '')).pipe(day)
const phase = z.enum(['APPLY', 'ACCEPT', 'EXAMINE', 'DECIDE', 'ISSUE', 'DELIVER'])

const fieldsBy = (clock: Clock) => {
  const happened = happenedBy(clock)(time)
  return z.object({
    caseNumber: caseNo, matter: name,
    applicant: z.discriminatedUnion('type', [z.object({ type: z.literal('PERSON'), name }), z.object({ type: z.literal('ENTERPRISE'), name, creditCode })]),
    agency: z.object({ creditCode, name }), phase, acceptedAt: happened.nullable(), commitment: z.object({ promised: workingDays, statutory: workingDays }),
    status: z.enum(['SUBMITTED', 'EXAMINING', 'CORRECTION', 'SUSPENDED', 'APPROVED', 'READY', 'CLOSED', 'REJECTED', 'WITHDRAWN']),
    history: z.array(z.object({ phase, time: happened, remark: text })).max(MOST_A_CASE),
    suspensions: z.array(z.object({ type: z.enum(['CORRECTION', 'HEARING', 'INSPECTION', 'TEST', 'REVIEW', 'OTHER']), start: happened, end: happened.nullable(), remark: text })).max(MOST_A_CASE),
    correction: z.object({ deadline: calendarDay, items: z.array(z.object({ name, remark: text })).min(1).max(MOST_A_CASE) }).nullable(),
    decision: z.object({
      approved: z.boolean(), time: happened, document: text, reason: text, collectedAt: happened.nullable(),
      pickups: z.array(z.object({ mode: z.enum(['COUNTER', 'MAIL', 'LOCKER', 'DIGITAL']), location: text, remark: text })).max(MOST_A_CASE),
    }).nullable(),
  })
}
type Fields = z.output<ReturnType<typeof fieldsBy>>

const dayOrNull = (at: number | null): string | null => (at === null ? null : serviceDay(at))

const resultOf = ({ decision }: Fields): CaseRecord['result'] => decision && {
  outcome: decision.approved ? 'granted' : 'refused', on: serviceDay(decision.time), document: decision.document, reason: decision.reason,
  ways: decision.pickups.map(({ mode, location, remark }) => ({ way: WAYS[mode], place: location, note: remark, hallId: null })), collectedOn: dayOrNull(decision.collectedAt),
}

const pieceOf = (wire: Fields): Piece => {
  const owner = { name: wire.applicant.name, creditCode: wire.applicant.type === 'ENTERPRISE' ? wire.applicant.creditCode : null }
  return { owner, case: {
    caseNo: wire.caseNumber, itemName: wire.matter, applicant: shownOwner(owner), state: STATES[wire.status], stage: STAGES[wire.phase], department: wire.agency,
    acceptedOn: dayOrNull(wire.acceptedAt), limit: { promisedDays: wire.commitment.promised, statutoryDays: wire.commitment.statutory },
    steps: wire.history.map((step) => ({ stage: STAGES[step.phase], at: step.time, department: wire.agency.name, note: step.remark })),
    stops: wire.suspensions.map(({ type, start, end, remark }) => ({ reason: REASONS[type], from: serviceDay(start), until: dayOrNull(end), note: remark })),
    supplement: wire.correction && { asks: wire.correction.items.map((item) => ({ name: item.name, note: item.remark })), until: wire.correction.deadline },
    result: resultOf(wire), tracks: [], ticketId: null,
  } }
}

/** A case on the wire, judged by our clock; what each name stands for is in mock/transport/README.md. */
export const pieceBy = (clock: Clock): z.ZodType<Piece> => fieldsBy(clock).transform(pieceOf).transform(whole)
