import { itemId, lineId, personId, ticketId } from '@shared/ids'
import { z } from 'zod'
import { wireRefusal, type BookingRefusal } from './refusals'
import { wireDate, wireStamp, wireStampOrNot, wireTime } from './times'

const flag = z.enum(['Y', 'N']).transform((text) => text === 'Y')
const count = z.number().int().min(0).max(1_000_000)
const no = z.string().regex(/^[0-9a-z]{20}$/)
const orNothing = <T>(type: z.ZodType<T>) => z.union([z.literal('').transform(() => null), type])
const matters = z.string().max(400).transform((text) => text.split(',').filter(Boolean)).pipe(z.array(itemId).max(10))
/** For whom, and by whom. */
const people = { bookerId: z.string().min(1).max(64), visitorId: z.string().min(1).max(64), visitorName: z.string().min(1).max(64), matters }
const place = { siteCode: z.string(), bizCode: lineId, bizDate: wireDate, beginTime: wireTime, endTime: wireTime }
type Place = { readonly beginTime: number; readonly endTime: number; readonly bookerId: string; readonly visitorId: string }
const isStretch = ({ beginTime, endTime }: Place): boolean => beginTime < endTime
const notAStretch = { path: ['endTime'], message: 'is not after the beginning' }
const isSomebody = ({ bookerId, visitorId }: Place): boolean => visitorId === bookerId || personId.safeParse(visitorId).success
const nobody = { path: ['visitorId'], message: 'is nobody of ours' }

/** An order on the wire; what each name stands for is in mock/booking/README.md. */
export const wireOrder = z.object({
  orderNo: no, ...place, ...people, status: z.enum(['10', '20', '30', '40', '50', '60']), lockExpire: wireStampOrNot, source: z.enum(['1', '2']),
  lateFlag: flag, ticketNo: orNothing(ticketId), callNo: orNothing(z.string().regex(/^[A-Z]\d{1,8}$/)),
}).refine(isStretch, notAStretch).refine(isSomebody, nobody).refine(({ status, lockExpire }) => (status === '10') === (lockExpire !== null), { path: ['lockExpire'], message: 'contradicts the status' })
export type WireOrder = z.output<typeof wireOrder>

export const wireWaiting = z.object({
  waitNo: no, ...place, ...people, status: z.enum(['1', '2', '3']), ahead: count.nullable(), offerTimes: count, offerDate: orNothing(wireDate), orderNo: orNothing(no),
}).refine(isStretch, notAStretch).refine(isSomebody, nobody).refine(({ status, orderNo }) => status !== '2' || orderNo !== null, { path: ['orderNo'], message: 'is missing of one who was offered a place' })
export type WireWaiting = z.output<typeof wireWaiting>

export const wireSource = z.object({
  siteCode: z.string(), bizCode: z.string(), bizDate: wireDate, version: z.string().min(1).max(64),
  periodList: z.array(z.object({ beginTime: wireTime, endTime: wireTime, quota: count, left: count, openFlag: flag })).max(300),
})
export const wireVersion = z.object({ version: z.string().min(1).max(64) })
export const wireDay = z.object({ total: count, orderList: z.array(wireOrder).max(1_000), waitList: z.array(z.object({ bizCode: z.string(), count })).max(100) })
export const wireCredit = z.object({ absentTimes: count, banUntil: wireStampOrNot })
export const wireClosed = z.object({ endNum: count })
export const nothing = z.object({})

const DONE = '00000'
/** What they said by their clock: what came of it, or one of their refusals. */
export type Said<T> = { readonly time: number } & ({ readonly done: true; readonly data: T } | { readonly done: false; readonly refusal: BookingRefusal })

/** A good answer of theirs, whose `data` is as told. A code that their contract does not know is none. */
export const wireAnswer = <T>(data: z.ZodType<T>): z.ZodType<Said<T>> => {
  const done = z.object({ data }).transform(({ data: given }) => ({ done: true, data: given }) as const)
  const refused = wireRefusal.transform((refusal) => ({ done: false, refusal }) as const)
  return z.looseObject({ code: z.string(), time: wireStamp }).transform((answer, context) => {
    const result = (answer.code === DONE ? done : refused).safeParse(answer)
    if (result.success) return { time: answer.time, ...result.data }
    for (const { path, message } of result.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
}
