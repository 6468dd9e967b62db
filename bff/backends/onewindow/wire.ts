import { filedOn, implementationOf, isCaseNo, isHandlingCode, isImplementationCode } from '@shared/caseNumbers'
import { isCreditCode } from '@shared/identityNumbers'
import { day, hallId, ticketId } from '@shared/ids'
import { z } from 'zod'
import type { Clock } from '../../platform/clock'
import { happenedBy, orNull, wireDay } from './moments'
import { wholeCase, wholePart } from './wholeness'

const MOST = 200
const text = z.string().max(1_000)
const name = z.string().trim().min(1).max(200)
const creditCode = z.string().refine(isCreditCode, 'is no credit code')
const limit = z.number().int().min(0).max(1_000)
const step = z.enum(['01', '02', '03', '04', '05', '06'])
const way = z.object({ lqfs: z.enum(['1', '2', '3', '4']), lqdd: text, lqsm: text, dtbm: orNull(hallId) })

export const wireCaseNo = z.string().refine((number) => isCaseNo(number) && day.safeParse(filedOn(number)).success, 'is no case number')

/**
 * One case on the wire; what each name stands for is in mock/onewindow/README.md. Fields we have no use for are let pass. What
 * contradicts itself is refused: half of it would be shown as if it were true.
 */
export const wireCase = (clock: Clock) => {
  const happened = happenedBy(clock)
  const stops = z.array(z.object({ zdlx: z.enum(['0', '1', '2', '3', '4', '9']), kssj: happened, jssj: orNull(happened), sm: text })).max(MOST)
  const part = z.object({
    bmbm: creditCode, bmmc: name, blzt: z.enum(['10', '30', '31', '32', '41', '70']), hjdm: step, kssj: orNull(happened), cnqx: limit.nullable(), fdqx: limit.nullable(),
    zdjl: stops, jssj: orNull(happened), sm: text,
  }).superRefine(wholePart)
  return z.object({
    bjbh: wireCaseNo, sxbm: z.string().refine(isImplementationCode, 'is no implementation code'), ywbm: z.string().refine(isHandlingCode, 'is no handling code'),
    sxmc: name, sqrlx: z.enum(['1', '2']), sqrxm: name, tyxydm: orNull(creditCode), bmbm: creditCode, bmmc: name,
    blzt: z.enum(['10', '30', '31', '32', '40', '41', '50', '60', '90']), hjdm: step, sqsj: happened, slsj: orNull(happened), cnqx: limit, fdqx: limit,
    gclb: z.array(z.object({ hjdm: step, blsj: happened, bmmc: name, blyj: text })).max(MOST), zdjl: stops,
    bzxx: z.object({ gzsj: happened, bzqx: wireDay, bqsj: orNull(happened), bzcl: z.array(z.object({ clmc: name, clsm: text })).min(1).max(MOST) }).nullable(),
    jgxx: z.object({ jglx: z.enum(['1', '2']), jdsj: happened, jgmc: text, jdly: text, lqfs: z.array(way).max(MOST), lqsj: orNull(happened) }).nullable(),
    lhbl: z.array(part).max(MOST), queueNo: orNull(ticketId),
  }).superRefine(wholeCase)
    .refine(({ bjbh, sxbm }) => implementationOf(bjbh) === sxbm, { path: ['sxbm'], message: 'contradicts the case number' })
    .refine(({ sxbm, ywbm }) => implementationOf(ywbm) === sxbm, { path: ['ywbm'], message: 'contradicts the item' })
}
export type WireCase = z.output<ReturnType<typeof wireCase>>
