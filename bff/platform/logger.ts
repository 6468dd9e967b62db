import pino, { type Logger } from 'pino'

export type { Logger }

/** One JSON line an event. Paths that may carry personal data or secrets are cut out, whoever logs them. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    redact: { paths: ['token', 'password', 'code', 'otp', 'secret', 'authorization', 'idNumber', 'name', 'place', '*.token', '*.password', '*.code', '*.otp', '*.secret', '*.authorization', '*.idNumber', '*.name', '*.place'], censor: '[cut]' },
    base: undefined,
  })
