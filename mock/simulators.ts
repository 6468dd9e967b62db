import { alipayHandlers } from './alipay/handlers'
import { alipayDemoKeys } from './alipay/keys.mjs'
import { systemClock, type Clock } from './clock'
import { identityHandlers } from './identity/handlers'
import { serveSimulators, type Simulators } from './serve'
import { wechatHandlers } from './wechat/handlers'

export interface SimulatorOptions {
  readonly host?: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Where the demo keys are read from, or made. */
  readonly keysFolder: string
  readonly clock?: Clock
}

/** Starts every simulated system on one port, each under its own path. */
export const startSimulators = ({ host = '127.0.0.1', port = 0, keysFolder, clock = systemClock }: SimulatorOptions): Promise<Simulators> =>
  serveSimulators([...identityHandlers(clock), ...wechatHandlers(clock), ...alipayHandlers(alipayDemoKeys(keysFolder))], { host, port })
