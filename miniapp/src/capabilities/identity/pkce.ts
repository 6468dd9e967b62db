import { sha256 } from 'js-sha256'
import { base64url, secretText } from '@/platform/web/secret'

/** RFC 7636, 4.1: 32 strong random bytes make 43 characters. */
const VERIFIER_BYTES = 32
const STATE_BYTES = 24

export const newVerifier = (): string => secretText(VERIFIER_BYTES)
export const newState = (): string => secretText(STATE_BYTES)

/** What may be shown of a verifier before it is used: its SHA-256 (RFC 7636, S256). Pages without TLS have no SHA-256 of the browser's. */
export const challengeOf = (verifier: string): string => base64url(sha256.array(verifier))
