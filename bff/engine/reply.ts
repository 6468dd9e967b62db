import { ContractError, errorTable, type ErrorCode } from '@shared/errors'

/** What a script answered, without its verdict. */
export type Reply = readonly unknown[]

/** A script answers `ok, …` or `err, code, name, value, …`; the latter leaves as a contract error. */
export const accept = (reply: unknown): Reply => {
  const [verdict, ...rest] = reply as [string, ...unknown[]]
  if (verdict === 'ok') return rest
  const [code, ...pairs] = rest as string[]
  const details: Record<string, string | number> = {}
  for (let i = 0; i + 1 < pairs.length; i += 2) details[pairs[i] as string] = Number(pairs[i + 1])
  if (!code || !(code in errorTable)) throw new Error(`a script answered ${String(code)}`)
  throw new ContractError(code as ErrorCode, pairs.length > 0 ? details : undefined)
}

export const pairsOf = (flat: readonly string[]): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (let i = 0; i + 1 < flat.length; i += 2) fields[flat[i] as string] = flat[i + 1] as string
  return fields
}
