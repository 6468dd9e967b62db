import { z } from 'zod'
import type { Dossier } from '../dossiers/dossier'
import type { SocialSecurityState } from './state'
import { caseElement, changeElement } from './wire'
import { element } from './xml'

const name = z.string().min(1).max(100)
const idNumber = z.string().regex(/^\d{17}[\dX]$/)
const caseNo = z.string().length(43)
const MOST_CHANGES = 100

/** 返回码: what is wrong, in this system's numbers. */
export interface Failure { readonly fhdm: string; readonly fhxx: string }
export const badParameters: Failure = { fhdm: '1002', fhxx: '参数不正确' }
const journalEnded: Failure = { fhdm: '3001', fhxx: '序号不存在，请从0重新获取' }

/** Elements of the answer's body, or what is wrong. */
type Done = readonly string[] | Failure
export const isFailure = (done: Done): done is Failure => 'fhdm' in done

const on = <T>(asked: z.ZodType<T>, run: (parameters: T) => Done) => (parameters: unknown): Done => {
  const read = asked.safeParse(parameters)
  return read.success ? run(read.data) : badParameters
}
const list = (cases: readonly Dossier[]): Done => [element('bjlb', cases.map(caseElement))]

/** 交易, by their codes. */
export const createTransactions = (state: SocialSecurityState): ReadonlyMap<string, (parameters: unknown) => Done> => {
  const { journal } = state
  const changesAfter = (serial: number): Done => {
    if (serial > journal.last().serial || (serial > 0 && serial < journal.forgotten())) return journalEnded
    const changes = journal.where((change) => change.serial > serial, MOST_CHANGES)
    return [element('bdlb', changes.map(changeElement)), element('zdxh', String(changes.at(-1)?.serial ?? serial))]
  }
  return new Map([
    ['SI1001', on(z.object({ aac003: name, aac002: idNumber }), ({ aac003, aac002 }) => list(state.ofPerson(aac003, aac002)))],
    ['SI1002', on(z.object({ aab998: z.string().length(18), jbr: idNumber }), ({ aab998, jbr }) => list(state.ofEnterprise(aab998, jbr)))],
    ['SI1003', on(z.object({ bjbh: caseNo, aac003: name }), ({ bjbh, aac003 }) => list(state.byName(bjbh, aac003)))],
    ['SI1004', on(z.object({ bjbh: caseNo, cxm: z.string().length(8) }), ({ bjbh, cxm }) => list(state.bySecret(bjbh, cxm)))],
    ['SI1005', on(z.object({ xh: z.string().regex(/^\d{0,15}$/) }), ({ xh }) => changesAfter(xh === '' ? journal.last().serial : Number(xh)))],
  ])
}
