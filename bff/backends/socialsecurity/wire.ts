import { day } from '@shared/ids'
import { z } from 'zod'
import type { CaseRecord, StopRecord } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { caseNo, creditCode, dayBy, happenedBy, MOST_A_CASE, name, text } from '../caseFields'
import { shownOwner, whole, type Piece } from '../casePieces'
import { content, days, OUTCOMES, REASONS, stamp, STAGES, STATES, WAYS, whenGiven, word } from './words'

const supplement = z.object({ jzrq: day, cl: z.array(z.object({ mc: name, aae013: text })).min(1).max(MOST_A_CASE) })
  .transform(({ jzrq, cl }) => ({ asks: cl.map(({ mc, aae013 }) => ({ name: mc, note: aae013 })), until: jzrq }))

const resultBy = (clock: Clock) => z.object({
  jl: word(OUTCOMES), jdrq: dayBy(clock), wsmc: text, ly: text, lqrq: whenGiven(dayBy(clock)),
  lq: z.array(z.object({ fs: word(WAYS), dd: text, aae013: text })).max(MOST_A_CASE).default([]),
}).transform(({ jl, jdrq, wsmc, ly, lqrq, lq }): CaseRecord['result'] => ({
  outcome: jl, on: jdrq, document: wsmc, reason: ly, collectedOn: lqrq, ways: lq.map(({ fs, dd, aae013 }) => ({ way: fs, place: dd, note: aae013, hallId: null })),
}))

const stopBy = (clock: Clock) => z.object({ yy: word(REASONS), aae030: dayBy(clock), aae031: whenGiven(dayBy(clock)), aae013: text })
  .transform(({ yy, aae030, aae031, aae013 }): StopRecord => ({ reason: yy, from: aae030, until: aae031, note: aae013 }))

const stepBy = (clock: Clock) => z.object({ hj: word(STAGES), aae036: happenedBy(clock)(stamp), aae011: name, aae013: text })
  .transform(({ hj, aae036, aae011, aae013 }) => ({ stage: hj, at: aae036, department: aae011, note: aae013 }))

const fieldsBy = (clock: Clock) => z.object({
  bjbh: caseNo, lx: z.enum(['主办', '协办']), sxmc: name, aac003: name.optional(), aab004: name.optional(), aab998: creditCode.optional(), jgdm: creditCode, jgmc: name,
  zt: word(STATES), hj: word(STAGES), slrq: whenGiven(dayBy(clock)), cnts: days, fdts: days,
  gclb: content(z.object({ gc: z.array(stepBy(clock)).max(MOST_A_CASE).default([]) })),
  tzlb: content(z.object({ tz: z.array(stopBy(clock)).max(MOST_A_CASE).default([]) })),
  bz: whenGiven(supplement), jg: whenGiven(resultBy(clock)),
}).refine(({ aac003, aab004, aab998 }) => (aac003 !== undefined ? aab998 === undefined : aab004 !== undefined && aab998 !== undefined), { path: ['aac003'], message: 'is neither a person nor an enterprise' })

const pieceOf = (wire: z.output<ReturnType<typeof fieldsBy>>): Piece => {
  const owner = { name: wire.aac003 ?? wire.aab004 ?? '', creditCode: wire.aab998 ?? null }
  const common = {
    caseNo: wire.bjbh, state: wire.zt, stage: wire.hj, department: { creditCode: wire.jgdm, name: wire.jgmc },
    limit: { promisedDays: wire.cnts, statutoryDays: wire.fdts }, stops: wire.tzlb.tz,
  }
  if (wire.lx === '协办') return { owner, track: { ...common, startedOn: wire.slrq, endedOn: wire.jg?.on ?? null, note: wire.gclb.gc.at(-1)?.note ?? '' } }
  return { owner, case: {
    ...common, itemName: wire.sxmc, applicant: shownOwner(owner), acceptedOn: wire.slrq, steps: wire.gclb.gc, supplement: wire.bz, result: wire.jg, tracks: [], ticketId: null,
  } }
}

/** A case on the wire, judged by our clock; what each name stands for is in mock/socialsecurity/README.md. */
export const pieceBy = (clock: Clock): z.ZodType<Piece> => fieldsBy(clock).transform(pieceOf).transform(whole)
