import path from 'node:path'

export interface SimulatorSettings {
  readonly host: string
  readonly port: number
  /** Where the demo keys are kept; see alipay/keys.mjs. */
  readonly keysFolder: string
}

/** Reads SIMULATORS_HOST, SIMULATORS_PORT and SIMULATORS_KEYS_DIR. Throws when the port is not one. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>> = process.env): SimulatorSettings => {
  const port = Number(environment.SIMULATORS_PORT ?? 8101)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('SIMULATORS_PORT must be a port, 0 to 65535')
  return {
    host: environment.SIMULATORS_HOST || '127.0.0.1',
    port,
    keysFolder: environment.SIMULATORS_KEYS_DIR || path.resolve(__dirname, '../.data/keys'),
  }
}
