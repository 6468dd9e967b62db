import { z } from 'zod'
import { departments, type DepartmentId } from '../world/departments'
import { caseItems } from '../world/items'
import type { Act } from './acts'
import type { FiledItem, Filing } from './filing'

const text = z.string().max(500)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const idNumber = z.string().regex(/^\d{17}[\dX]$/)
const creditCode = z.string().length(18)
const name = z.string().min(1).max(100)
const queueNo = z.string().regex(/^([a-z][a-z0-9]{1,9}\.[0-9a-z]{20})?$/)

/** Every request: a head of the caller's, in which `lsh` names the request, and what it is about. */
const wrapped = <T>(data: z.ZodType<T>) => z.object({ head: z.object({ lsh: z.string().max(64).optional() }).optional(), data })

export const personAsked = wrapped(z.object({ xm: name, zjhm: idNumber }))
export const enterpriseAsked = wrapped(z.object({ tyxydm: creditCode, jbrzjhm: idNumber }))
export const caseAsked = wrapped(z.union([z.object({ bjbh: z.string().length(43), sqrxm: name }), z.object({ bjbh: z.string().length(43), hzm: z.string().length(8) })]))
export const ticketAsked = wrapped(z.object({ queueNo: queueNo.min(1) }))
export const changesAsked = wrapped(z.object({ yb: z.string().max(64), ts: z.number().int().min(1).max(500) }))

const actAsked = z.discriminatedUnion('cz', [
  z.object({ cz: z.enum(['advance', 'resume', 'deliver', 'withdraw']) }),
  z.object({ cz: z.literal('supplement'), bzcl: z.array(z.object({ clmc: name, clsm: text })).min(1).max(20), bzqx: day }),
  z.object({ cz: z.literal('stop'), zdlx: z.enum(['1', '2', '3', '4', '9']), sm: text.default('') }),
  z.object({ cz: z.literal('decide'), jglx: z.enum(['1', '2']), jdly: text.default('') }),
  z.object({ cz: z.literal('issue'), lqfs: z.array(z.enum(['1', '2', '3', '4'])).min(1).max(4).default(['1', '2', '3', '4']) }),
]) satisfies z.ZodType<Act>
export const actsAsked = wrapped(z.intersection(z.object({ bjbh: z.string().length(43), bmbm: creditCode.optional() }), actAsked))

const applicant = z.discriminatedUnion('sqrlx', [
  z.object({ sqrlx: z.literal('1'), xm: name, zjhm: idNumber }),
  z.object({ sqrlx: z.literal('2'), mc: name, tyxydm: creditCode, jbrzjhm: idNumber }),
])
const limit = z.number().int().min(0).max(400)
/** `sxmc`, `cnqx` and `fdqx` are read only of an item that the demo city has no cases of. */
export const filingAsked = wrapped(z.object({
  sxbm: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}[2-6][0-9A-Z]{12}$/), sxmc: name.optional(), cnqx: limit.default(10), fdqx: limit.default(20),
  sqr: applicant, queueNo: queueNo.default(''),
}))

const itemOf = ({ sxbm, sxmc, cnqx, fdqx }: z.output<typeof filingAsked>['data']): FiledItem | undefined => {
  const known = Object.values(caseItems).find(({ code }) => code === sxbm)
  if (known) return known
  const department = (Object.keys(departments) as DepartmentId[]).find((id) => departments[id].creditCode === sxbm.slice(0, 18))
  return department && sxmc ? { code: sxbm, name: sxmc, department, promisedDays: cnqx, statutoryDays: fdqx } : undefined
}

/** Undefined for an item that is not known and not named, or no department's. */
export const filingOf = (asked: z.output<typeof filingAsked>['data']): Filing | undefined => {
  const { sqr } = asked
  const item = itemOf(asked)
  return item && {
    item, queueNo: asked.queueNo,
    holder: sqr.sqrlx === '1' ? { kind: 'person', name: sqr.xm, idNumber: sqr.zjhm } : { kind: 'enterprise', name: sqr.mc, creditCode: sqr.tyxydm, agents: [sqr.jbrzjhm] },
  }
}
