import { isHandlingCode, isImplementationCode, departmentOf } from '@shared/caseNumbers'
import { isRealDay } from '@shared/identityNumbers'
import { z } from 'zod'

const code = z.string().refine(isImplementationCode, 'is no implementation code')
const whole = z.number().int().min(0)
const stamp = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/).refine((text) => isRealDay(text.slice(0, 10).replaceAll('-', '')), 'is no day of the calendar')
const kind = z.enum(['1', '2', '3', '4'])
const unit = z.enum(['工作日', '自然日'])

/** One item on the wire; what each name stands for is in mock/catalogue/README.md. Fields we have no use for are let pass. */
export const wireItem = z.object({
  SSBM: code, YSSBM: z.array(code), YWBLX: z.array(z.object({ YWBLXBM: z.string().refine(isHandlingCode, 'is no handling code') })),
  SXMC: z.string().min(1), SXMS: z.string(), SSZT: z.string().min(1), SSZTDM: z.string(), XSCJ: z.enum(['3', '4', '5', '6']), FWDX: z.enum(['1', '2', '1,2']),
  BJLX: z.enum(['1', '2']), FDQX: whole, FDQXDW: unit, CNQX: whole, CNQXDW: unit, SLTJ: z.array(z.string().min(1)),
  SQCL: z.array(z.object({ CLMC: z.string().min(1), CLXS: z.enum(['1', '2', '3', '4']), FYSL: whole, CYBM: z.string() })),
  SFSF: z.enum(['0', '1']), SFBZ: z.string(), BLDD: z.string(), XZFS: z.enum(['1', '2', '3']), DXCCS: whole,
  ZT: z.enum(['0', '1']), BBH: whole, BGSJ: stamp, TDSX: z.array(code),
  LSBB: z.array(z.object({ BBH: whole, BGLX: kind, BGSJ: stamp, BGSM: z.string() })).min(1),
}).refine(({ SSBM, XSCJ, SSZTDM }) => SSBM[18] === XSCJ && departmentOf(SSBM) === SSZTDM, { path: ['SSBM'], message: 'contradicts the level or the department' })
export type WireItem = z.output<typeof wireItem>

export const wirePage = z.object({ BBH: whole, ZS: whole, YS: whole, DQY: z.number().int().min(1), LB: z.array(wireItem) })
export type WirePage = z.output<typeof wirePage>

/** Status 200 in any case: what is wrong stands in `code`. */
export const wireAnswer = z.object({ code: z.string(), data: wirePage.nullable() })
  .refine(({ code, data }) => (code === '200') === (data !== null), { path: ['data'], message: 'contradicts the code' })
export type WireAnswer = z.output<typeof wireAnswer>
/** The version asked about is later than theirs: the directory was rebuilt. */
export const REBUILT = '410'
