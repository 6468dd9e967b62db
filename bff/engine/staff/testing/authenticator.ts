import { Secret, TOTP } from 'otpauth'

const STEP_MS = 30_000

/** The code that an authenticator shows at `now`, or so many steps before or after. */
export const codeAt = (secret: string, now: number, steps = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30, timestamp: now + steps * STEP_MS })
