import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator knows it: many of them silently ignore another algorithm, length or period. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const STEP_MS = 30_000
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20
/** A code is taken one step early or late: clocks differ, and typing takes a while. */
const WINDOW = 1
const ISSUER = 'Yichuang'

const totp = (secret: string, label = ''): TOTP => new TOTP({ ...form, issuer: ISSUER, label, secret: Secret.fromBase32(secret) })

/** In base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an authenticator reads from a QR code. */
export const uriOf = (secret: string, account: string): string => totp(secret, account).toString()

/** The time step whose code this is, or null when it is none of those that count now. */
export const stepOf = (secret: string, code: string, now: number): number | null => {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / STEP_MS) + delta
}

/** Whether this is the code of that very step. */
export const isCodeOf = (secret: string, code: string, step: number): boolean =>
  totp(secret).validate({ token: code, timestamp: step * STEP_MS, window: 0 }) === 0
