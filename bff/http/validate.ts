import type { Endpoint } from '@shared/endpoint'
import { idempotencyKey } from '@shared/endpoint'
import { ContractError, type FieldFault } from '@shared/errors'
import type { z } from 'zod'

const faultsOf = (part: string, error: z.ZodError): FieldFault[] =>
  error.issues.flatMap((issue) => {
    const at = (last?: PropertyKey) => [part, ...issue.path, ...(last === undefined ? [] : [last])].map(String).join('.')
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: at(key.slice(0, 60)), problem: 'is not known' }))
    return [{ field: at(), problem: issue.message }]
  })

export interface RawInput { params: unknown; query: unknown; body: unknown; idempotencyKey: string }

/** Checks every part of a request and names every faulty field at once; gives the parsed parts. */
export const validateInput = (endpoint: Endpoint, raw: RawInput): { params: unknown; query: unknown; body: unknown } => {
  const faults: FieldFault[] = []
  const parsed: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part]
    if (!schema) continue
    const result = schema.safeParse(raw[part])
    if (result.success) parsed[part] = result.data
    else faults.push(...faultsOf(part, result.error))
  }
  if (endpoint.idempotencyKey && !idempotencyKey.safeParse(raw.idempotencyKey).success) {
    faults.push({ field: 'header.Idempotency-Key', problem: 'must be 16 to 64 characters of A-Z a-z 0-9 _ -' })
  }
  if (faults.length > 0) throw new ContractError('INVALID_INPUT', undefined, faults)
  return parsed as { params: unknown; query: unknown; body: unknown }
}
