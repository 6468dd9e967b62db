import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'

const COUNT = 10
/** Nobody who reads what is kept finds 80 random bits by trying: a plain hash is enough. */
const BYTES = 10

/** Ten codes, each four groups of four. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => (new Secret({ size: BYTES }).base32.toLowerCase().match(/.{4}/g) ?? []).join('-'))

/** Told from a code of the authenticator by its form. */
export const isRecoveryCode = (otp: string): boolean => otp.includes('-')

/** What is kept instead. */
export const recoveryHash = (account: string, code: string): string => createHash('sha256').update(`${account} ${code}`).digest('base64url')
