import { isRealDay } from '@shared/identityNumbers'
import { z } from 'zod'
import { startOfDay } from '@shared/time'
import { wireRefusal, type QueueRefusal } from './refusals'

/** `yyyyMMddHHmmss`, Beijing, as milliseconds since the epoch by their clock. */
const stamp = z.string().regex(/^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/).refine((text) => isRealDay(text.slice(0, 8)), 'is no day of the calendar')
  .transform((text) => startOfDay(text.slice(0, 8)) + (Number(text.slice(8, 10)) * 3600 + Number(text.slice(10, 12)) * 60 + Number(text.slice(12, 14))) * 1000)
const noStamp = z.literal('').transform(() => null)
const stampOrNot = z.union([noStamp, stamp])
const flag = z.enum(['0', '1']).transform((text) => text === '1')
const count = z.number().int().min(0).max(10_000_000)
const id = z.string().regex(/^[0-9A-Za-z]{1,16}$/)
const idOrNot = z.union([z.literal(''), id])

const CALLED = ['1', '2']
const IN_LINE = ['0', '5', '6']

/** One ticket on the wire; what each name stands for is in mock/hallqueue/README.md. Fields we have no use for are let pass. */
export const wireTicket = z.object({
  hallCode: z.string(), outerNo: z.string().regex(/^[0-9a-z]{20}$/), ticketNum: z.string().regex(/^[A-Z]\d{3,6}$/), bizLetter: z.string().regex(/^[A-Z]$/), bizDate: z.string().regex(/^\d{8}$/),
  state: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '9']), custType: z.enum(['1', '2', '3']), priorityType: z.enum(['', '01', '02', '03', '04', '05']), matterCode: z.string().max(64),
  userNo: z.string().max(64), counterNo: idOrNot, workNo: z.string().max(64), takeTime: stamp, callTime: stampOrNot, beginTime: stampOrNot, endTime: stampOrNot, callTimes: count, backFlag: flag, giveTimes: count,
}).refine(({ state, counterNo, callTime }) => !CALLED.includes(state) || (counterNo !== '' && callTime !== null), { path: ['counterNo'], message: 'is missing of one who is called' })
export type WireTicket = z.output<typeof wireTicket>

export const wirePosition = z.object({
  ticket: wireTicket, aheadNum: z.number().int().min(-1).max(10_000_000), stopFlag: flag, insertSeq: count,
  insertList: z.array(z.object({ reasonType: z.enum(['1', '2', '3', '4', '5']), num: z.number().int().min(1) })).max(5),
}).refine(({ ticket, aheadNum }) => IN_LINE.includes(ticket.state) === (aheadNum >= 0), { path: ['aheadNum'], message: 'contradicts the state' })
export type WirePosition = z.output<typeof wirePosition>

export const wireSnapshot = z.object({
  stopFlag: flag, endFlag: flag,
  bizList: z.array(z.object({
    bizLetter: z.string().regex(/^[A-Z]$/), waitNum: count, issueNum: count, stopFlag: flag, callNum: count, firstCallTime: stampOrNot, lastCallTime: stampOrNot, oldestTime: stampOrNot,
    nextList: z.array(wireTicket),
  })).max(100),
  counterList: z.array(z.object({ counterNo: id, state: z.enum(['0', '1', '2']), workNo: z.string().max(64), current: wireTicket.nullable() })).max(1_000),
})
export type WireSnapshot = z.output<typeof wireSnapshot>

export const wireLayout = z.object({
  bizList: z.array(z.object({ bizId: id, bizLetter: z.string().regex(/^[A-Z]$/) })).max(100), counterList: z.array(z.object({ counterId: id, counterNo: id })).max(1_000),
})

const DONE = '0'
/** What they said: done, with what came of it, or one of their refusals. `repeated`: it had been done before, and is told as it was then. */
export type Said<T> = { readonly done: true; readonly sysTime: number; readonly repeated: boolean; readonly data: T } | { readonly done: false; readonly refusal: QueueRefusal }

/** A good answer of theirs, whose `data` is as told. */
export const wireAnswer = <T>(data: z.ZodType<T>): z.ZodType<Said<T>> => {
  const done = z.object({ resultCode: z.literal(DONE), sysTime: stamp, repeatFlag: flag, data })
    .transform(({ sysTime, repeatFlag, data: given }): Said<T> => ({ done: true, sysTime, repeated: repeatFlag, data: given }))
  const refused = wireRefusal.transform((refusal): Said<T> => ({ done: false, refusal }))
  return z.looseObject({ resultCode: z.string() }).transform((answer, context) => {
    const result = (answer.resultCode === DONE ? done : refused).safeParse(answer)
    if (result.success) return result.data
    for (const { path, message } of result.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
}
