import pino, { type Logger } from 'pino'

export type { Logger }

/**
 * One JSON line an event. Paths that may carry personal data or secrets are cut out, whoever logs them.
 * @param file where the lines go instead of to stdout; empty for stdout
 */
export const createLogger = (level: string, file = ''): Logger =>
  pino({
    level,
    redact: { paths: ['token', 'password', 'code', 'otp', 'secret', 'authorization', 'idNumber', 'name', 'place', '*.token', '*.password', '*.code', '*.otp', '*.secret', '*.authorization', '*.idNumber', '*.name', '*.place'], censor: '[cut]' },
    base: undefined,
  }, file === '' ? pino.destination(1) : pino.destination({ dest: file, mkdir: true, sync: true }))
