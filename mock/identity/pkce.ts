import { createHash, timingSafeEqual } from 'node:crypto'

/** base64url of SHA-256: 43 characters. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/

/** RFC 7636: a challenge by S256; `plain` is not taken. */
export const isChallenge = (challenge: string, method: string): boolean => method === 'S256' && CHALLENGE.test(challenge)

export const answers = (verifier: string, challenge: string): boolean => {
  const made = createHash('sha256').update(verifier, 'ascii').digest('base64url')
  return VERIFIER.test(verifier) && timingSafeEqual(Buffer.from(made), Buffer.from(challenge))
}
