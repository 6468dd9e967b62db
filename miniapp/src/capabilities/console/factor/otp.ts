const DIGITS = /^\d{6}$/
const RECOVERY = /^[a-z2-7]{16}$/

/**
 * A code as it is sent, from what a hand typed: without blanks, a recovery code small and in its groups. Null for what can
 * be neither.
 */
export const otpIn = (typed: string): string | null => {
  const bare = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
  if (DIGITS.test(bare)) return bare
  return RECOVERY.test(bare) ? (bare.match(/.{4}/g) ?? []).join('-') : null
}

/** The same for a code of the authenticator alone. */
export const digitsIn = (typed: string): string | null => {
  const otp = otpIn(typed)
  return otp !== null && DIGITS.test(otp) ? otp : null
}

/** A key in groups that an eye can follow. */
export const inGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')
