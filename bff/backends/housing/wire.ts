import { serviceDay } from '@shared/time'
import { z } from 'zod'
import type { CaseRecord } from '../../capabilities/cases/port'
import type { Clock } from '../../platform/clock'
import { caseNo, creditCode, happenedBy, MOST_A_CASE, name, text, workingDays } from '../caseFields'
import { shownOwner, whole, type Piece } from '../casePieces'

const STATES = {
  '01': 'applied', '02': 'in-progress', '03': 'supplement', '04': 'special', '05': 'granted', '06': 'granted', '07': 'delivered', '08': 'refused', '09': 'withdrawn',
} as const
const STAGES = { 1: 'apply', 2: 'accept', 3: 'examine', 4: 'decide', 5: 'issue', 6: 'deliver' } as const
const REASONS = { BZ: 'supplement', TZ: 'hearing', KC: 'inspection', JC: 'testing', PS: 'expert-review', QT: 'other' } as const
const WAYS = { CK: 'window', YJ: 'post', GZ: 'locker', DZ: 'electronic' } as const

/** Seconds since the epoch, of this century; gives milliseconds. */
export const seconds = z.number().int().min(946_656_000).max(4_102_415_999).transform((given) => given * 1000)
const days = z.string().regex(/^\d{1,4}$/).transform(Number).pipe(workingDays)
const hj = z.enum(['1', '2', '3', '4', '5', '6'])
const amount = z.string().regex(/^\d{1,9}\.\d{2}$/)

const fieldsBy = (clock: Clock) => {
  const happened = happenedBy(clock)(seconds)
  return z.object({
    slbh: caseNo, bjlx: z.enum(['1', '2']), sxmc: name,
    sqr: z.discriminatedUnion('lx', [z.object({ lx: z.literal('01'), mc: name, xydm: z.null() }), z.object({ lx: z.literal('02'), mc: name, xydm: creditCode })]),
    bm: z.object({ dm: creditCode, mc: name }), blzt: z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09']), hj,
    slsj: happened.nullable(), sx: z.object({ cn: days, fd: days }),
    lc: z.array(z.object({ hj, sj: happened, yj: text })).max(MOST_A_CASE),
    gq: z.array(z.object({ yy: z.enum(['BZ', 'TZ', 'KC', 'JC', 'PS', 'QT']), kssj: happened, jssj: happened.nullable(), sm: text })).max(MOST_A_CASE),
    bz: z.object({ qx: seconds, qd: z.array(z.object({ clmc: name, yq: text })).min(1).max(MOST_A_CASE) }).nullable(),
    jd: z.object({
      jl: z.enum(['Y', 'N']), sj: happened, ws: text, ly: text, je: amount.nullable(), lqsj: happened.nullable(),
      lq: z.array(z.object({ fs: z.enum(['CK', 'YJ', 'GZ', 'DZ']), dd: text, sm: text })).max(MOST_A_CASE),
    }).nullable(),
  })
}
type Fields = z.output<ReturnType<typeof fieldsBy>>

const dayOrNull = (at: number | null): string | null => (at === null ? null : serviceDay(at))

const resultOf = ({ jd }: Fields): CaseRecord['result'] => jd && {
  outcome: jd.jl === 'Y' ? 'granted' : 'refused', on: serviceDay(jd.sj), document: jd.je === null ? jd.ws : `${jd.ws}（每月 ${jd.je} 元）`, reason: jd.ly,
  ways: jd.lq.map(({ fs, dd, sm }) => ({ way: WAYS[fs], place: dd, note: sm, hallId: null })), collectedOn: dayOrNull(jd.lqsj),
}

const pieceOf = (wire: Fields): Piece => {
  const owner = { name: wire.sqr.mc, creditCode: wire.sqr.xydm }
  const common = {
    caseNo: wire.slbh, state: STATES[wire.blzt], stage: STAGES[wire.hj], department: { creditCode: wire.bm.dm, name: wire.bm.mc },
    limit: { promisedDays: wire.sx.cn, statutoryDays: wire.sx.fd },
    stops: wire.gq.map(({ yy, kssj, jssj, sm }) => ({ reason: REASONS[yy], from: serviceDay(kssj), until: dayOrNull(jssj), note: sm })),
  }
  if (wire.bjlx === '2') return { owner, track: { ...common, startedOn: dayOrNull(wire.slsj), endedOn: wire.jd && serviceDay(wire.jd.sj), note: wire.lc.at(-1)?.yj ?? '' } }
  return { owner, case: {
    ...common, itemName: wire.sxmc, applicant: shownOwner(owner), acceptedOn: dayOrNull(wire.slsj),
    steps: wire.lc.map(({ hj: step, sj, yj }) => ({ stage: STAGES[step], at: sj, department: wire.bm.mc, note: yj })),
    supplement: wire.bz && { asks: wire.bz.qd.map(({ clmc, yq }) => ({ name: clmc, note: yq })), until: serviceDay(wire.bz.qx) }, result: resultOf(wire), tracks: [], ticketId: null,
  } }
}

/** A case on the wire, judged by our clock; what each name stands for is in mock/housing/README.md. */
export const pieceBy = (clock: Clock): z.ZodType<Piece> => fieldsBy(clock).transform(pieceOf).transform(whole)
