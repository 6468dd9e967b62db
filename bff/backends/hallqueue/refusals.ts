import { ContractError, type ErrorCode } from '@shared/errors'
import { z } from 'zod'

/** Their codes and ours. What a citizen can do nothing about leaves as UNAVAILABLE: a hall they do not know, a field they do not take. */
const codes = {
  1002: 'UNAVAILABLE', 1003: 'IDEMPOTENCY_KEY_REUSED', 1004: 'NOT_FOUND', 2001: 'UNAVAILABLE', 2002: 'LINE_NOT_FOUND', 2003: 'WINDOW_NOT_FOUND', 2004: 'TICKET_NOT_FOUND', 2005: 'TICKET_NOT_FOUND',
  3001: 'HALL_CLOSED', 3002: 'HALL_PAUSED', 3003: 'LINE_PAUSED', 3004: 'LINE_FULL', 3005: 'LIMIT_LINE', 3006: 'LIMIT_HALL', 3007: 'LIMIT_DAY', 3008: 'PRESENCE_USED',
  4001: 'ILLEGAL_MOVE', 4002: 'RETURN_TOO_LATE', 4003: 'RETURN_USED', 4004: 'DEFER_USED', 4005: 'NOBODY_BEHIND', 4006: 'CALLS_REMAIN', 4007: 'SAME_LINE',
  5001: 'WINDOW_NOT_OPEN', 5002: 'WINDOW_BUSY', 5003: 'WINDOW_TAKEN', 5004: 'NOT_YOUR_WINDOW', 5005: 'NOBODY_WAITING',
} as const satisfies Record<string, ErrorCode>


/** Of their refusals two name a number: the minutes within which one may come back, the calls still to make. */
export interface QueueRefusal { readonly code: string; readonly minutes: number | undefined; readonly remain: number | undefined }

const refusalCode = z.enum(Object.keys(codes) as [string, ...string[]])
const number = z.string().regex(/^\d{1,6}$/).transform(Number)
export const wireRefusal = z.object({ resultCode: refusalCode, data: z.object({ minutes: number.optional(), remain: number.optional() }).nullable() })
  .refine(({ resultCode, data }) => (resultCode !== '4002' || data?.minutes !== undefined) && (resultCode !== '4006' || data?.remain !== undefined), { path: ['data'], message: 'lacks the number' })
  .transform(({ resultCode, data }): QueueRefusal => ({ code: resultCode, minutes: data?.minutes, remain: data?.remain }))

/** Ours of theirs. */
export const errorOf = ({ code, minutes, remain }: QueueRefusal): ContractError => {
  const ours = codes[Number(code) as keyof typeof codes]
  const details = { ...(minutes !== undefined && { minutes }), ...(remain !== undefined && { calls: remain }) }
  return Object.assign(new ContractError(ours, Object.keys(details).length > 0 ? details : undefined), { cause: new Error(`the hall’s queue system refused with ${code}`) })
}
