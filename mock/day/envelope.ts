import { z } from 'zod'
import type { Endpoint } from '@shared/endpoint'
import { commonErrors, errorTable, type ErrorCode } from '@shared/errors'
import { ContractBroken, Refused, Unheard } from './failures'

const codes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]
const envelope = z.object({
  error: z.object({ code: z.enum(codes), message: z.string().min(1), retry: z.enum(['never', 'same-key', 'later']), requestId: z.string().min(1) }),
})
/** “Not now”, whatever was asked. */
const PASSING: readonly ErrorCode[] = ['INTERNAL', 'UNAVAILABLE', 'UNREADABLE', 'RATE_LIMITED', 'UNKNOWN_OUTCOME', 'IDENTITY_UNAVAILABLE']

/** What an error answer means; one that the contract does not know for this endpoint is a breach itself. */
export const readRefusal = (name: string, endpoint: Endpoint, status: number, json: unknown): Refused | Unheard | ContractBroken => {
  const read = envelope.safeParse(json)
  // Something between us and the server may answer in its place while that is away.
  if (!read.success) return status >= 502 ? new Unheard(name, `status ${status}`) : new ContractBroken(name, `status ${status} without the error envelope`)
  const { code, requestId } = read.data.error
  if (PASSING.includes(code)) return new Unheard(name, `${code} (request ${requestId})`)
  const known: readonly ErrorCode[] = [...endpoint.errors, ...commonErrors]
  if (!known.includes(code)) return new ContractBroken(name, `${code}, which it does not list`)
  return errorTable[code].status === status ? new Refused(name, code) : new ContractBroken(name, `${code} with status ${status}`)
}
