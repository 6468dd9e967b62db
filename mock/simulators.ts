import { alipayHandlers } from './alipay/handlers'
import { alipayDemoKeys } from './alipay/keys.mjs'
import { bookingHandlers } from './booking/handlers'
import { catalogueHandlers } from './catalogue/handlers'
import { systemClock, type Clock } from './clock'
import { createFaults } from './faults'
import { hallQueueHandlers } from './hallqueue/handlers'
import { housingHandlers } from './housing/handlers'
import { identityHandlers } from './identity/handlers'
import { mapHandlers } from './map/handlers'
import { oneWindowHandlers } from './onewindow/handlers'
import { ratingHandlers } from './rating/handlers'
import { serveSimulators, type Simulators } from './serve'
import { smsHandlers } from './sms/handlers'
import { socialSecurityHandlers } from './socialsecurity/handlers'
import { transportHandlers } from './transport/handlers'
import { wechatHandlers } from './wechat/handlers'

export interface SimulatorOptions {
  readonly host?: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Where the demo keys are read from, or made. */
  readonly keysFolder: string
  readonly clock?: Clock
}

/** Starts every simulated system on one port, each under its own path and by a clock of its own, which a fault may set wrong. */
export const startSimulators = ({ host = '127.0.0.1', port = 0, keysFolder, clock = systemClock }: SimulatorOptions): Promise<Simulators> => {
  const faults = createFaults()
  const clockOf = (system: string): Clock => () => clock() + faults.clockShift(system)
  return serveSimulators([
    ...identityHandlers(clockOf('identity')), ...wechatHandlers(clockOf('wechat')), ...alipayHandlers(alipayDemoKeys(keysFolder), clockOf('alipay')),
    ...catalogueHandlers(clockOf('catalogue')),
    ...oneWindowHandlers(clockOf('onewindow')),
    ...ratingHandlers(clockOf('rating')),
    ...hallQueueHandlers(clockOf('hallqueue')),
    ...bookingHandlers(clockOf('booking')),
    ...socialSecurityHandlers(clockOf('socialsecurity')),
    ...housingHandlers(clockOf('housing')),
    ...transportHandlers(clockOf('transport')),
    ...smsHandlers(clockOf('sms')),
    ...mapHandlers(),
  ], { host, port }, faults)
}
