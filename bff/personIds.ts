import { createHmac } from 'node:crypto'

export interface PersonIds {
  readonly ofPerson: (idNumber: string) => string
  readonly ofEnterprise: (creditCode: string) => string
}

/** A person by a keyed hash of their number: one real person has one id, whoever acts for them, and a copy of the store names nobody. */
export const createPersonIds = (key: Buffer): PersonIds => {
  /** `p` and 124 bits in base 36. */
  const idOf = (kind: string, number: string): string =>
    `p${BigInt(`0x${createHmac('sha256', key).update(`${kind}\n${number}`).digest('hex')}`).toString(36).padStart(24, '0').slice(-24)}`
  return { ofPerson: (idNumber) => idOf('family', idNumber), ofEnterprise: (creditCode) => idOf('enterprise', creditCode) }
}
