import { ContractError } from '@shared/errors'
import { randomBytes } from 'node:crypto'
import type { Signer } from './port'

/** 96 bits each. */
const NONCE_BYTES = 12
const MAC_LENGTH = 16
const PROOF = /^(([a-z][a-z0-9]{1,9})\.(\d{1,16})\.([A-Za-z0-9_-]{16,64}))\.([A-Za-z0-9_-]{16})$/

/** What a genuine proof says. */
export interface Proof {
  /** Names this scan; whoever uses it first owns it. */
  readonly nonce: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** A proof that somebody was in the hall: `<hallId>.<expiresAt>.<nonce>.<mac>`. */
export const issueProof = (signer: Signer, hallId: string, expiresAt: number): string => {
  const text = `${hallId}.${expiresAt}.${randomBytes(NONCE_BYTES).toString('base64url')}`
  return `${text}.${signer.sign(text, MAC_LENGTH)}`
}

/**
 * Reads a proof. Throws PRESENCE_REQUIRED when it is not one of ours, CODE_OTHER_HALL when it
 * proves another hall, PRESENCE_EXPIRED when its time is over.
 */
export const readProof = (signer: Signer, token: string, hallId: string, now: number): Proof => {
  const match = PROOF.exec(token)
  if (!match) throw new ContractError('PRESENCE_REQUIRED')
  const [, text = '', provenHall = '', expiresAt = '', nonce = '', mac = ''] = match
  if (!signer.verify(text, mac, MAC_LENGTH)) throw new ContractError('PRESENCE_REQUIRED')
  if (provenHall !== hallId) throw new ContractError('CODE_OTHER_HALL')
  if (now >= Number(expiresAt)) throw new ContractError('PRESENCE_EXPIRED')
  return { nonce, expiresAt: Number(expiresAt) }
}
