import type { ErrorCode } from '@shared/errors'

/** The server said no, by a code of the contract. */
export class Refused extends Error {
  constructor(readonly endpoint: string, readonly code: ErrorCode) {
    super(`${endpoint} was refused with ${code}`)
    this.name = 'Refused'
  }
}

/** No answer, or one that says “not now”: the same may work in a while. */
export class Unheard extends Error {
  constructor(readonly endpoint: string, reason: string) {
    super(`${endpoint}: ${reason}`)
    this.name = 'Unheard'
  }
}

/** An answer that is not what the contract promises. */
export class ContractBroken extends Error {
  constructor(readonly endpoint: string, reason: string) {
    super(`the contract is broken by ${endpoint}: ${reason}`)
    this.name = 'ContractBroken'
  }
}

export const isRefusal = (error: unknown, ...codes: readonly ErrorCode[]): boolean =>
  error instanceof Refused && (codes.length === 0 || codes.includes(error.code))
