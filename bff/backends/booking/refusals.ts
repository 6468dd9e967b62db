import { ContractError, type ErrorCode } from '@shared/errors'
import { z } from 'zod'
import type { BookingTerms } from '../../capabilities/appointments/port'
import { wireStamp } from './times'

/** Nothing was published for this line and day, or they have forgotten it: see sources.ts. */
export const NOT_PUBLISHED = 'B1001'
/** They were too busy to do anything. */
export const BUSY = 'B0001'

/** Their codes and ours. */
const codes = {
  A0506: 'IDEMPOTENCY_KEY_REUSED', [BUSY]: 'UNAVAILABLE',
  [NOT_PUBLISHED]: 'UNAVAILABLE', B1002: 'SLOT_NOT_FOUND', B1003: 'SLOT_FULL', B1004: 'SLOT_CLOSED',
  B2001: 'APPOINTMENT_NOT_FOUND', B2002: 'ILLEGAL_APPOINTMENT_MOVE', B2003: 'HOLD_EXPIRED', B2004: 'CANCEL_TOO_LATE', B2005: 'CHECK_IN_EARLY',
  B3001: 'ONE_A_DAY', B3002: 'OVERLAPS', B3003: 'TOO_MANY_BOOKINGS', B3004: 'RESTRICTED',
  B4001: 'WAITING_NOT_FOUND', B4002: 'ALREADY_WAITING', B4003: 'PLACES_FREE',
} as const satisfies Record<string, ErrorCode>
type RefusalCode = keyof typeof codes

export const wireRefusal = z.object({
  code: z.enum(Object.keys(codes) as [RefusalCode, ...RefusalCode[]]),
  data: z.object({ limit: z.number().int().min(0).max(10_000).optional(), until: wireStamp.optional() }).nullable(),
}).refine(({ code, data }) => code !== 'B3004' || data?.until !== undefined, { path: ['data', 'until'], message: 'is missing' })
export type BookingRefusal = z.output<typeof wireRefusal>

/** Ours of theirs. @param shift what makes an instant of theirs one of ours */
export const errorOf = ({ code, data }: BookingRefusal, shift: number, terms: BookingTerms): ContractError => {
  const details = (): Record<string, number> | undefined => {
    if (code === 'B2004') return { hours: data?.limit ?? terms.cancelHours }
    if (code === 'B2005') return { minutes: data?.limit ?? terms.earlyMinutes }
    return data?.until === undefined ? undefined : { at: data.until + shift }
  }
  return Object.assign(new ContractError(codes[code], details()), { cause: new Error(`the booking platform refused with ${code}`) })
}
