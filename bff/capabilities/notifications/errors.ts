import type { WayName } from './port'

/** A message that was not sent now and is to be tried again, or, when `parks`, by an operator's word only. It names nobody and holds no words. */
export class Undelivered extends Error {
  constructor(readonly way: WayName, readonly problem: string, readonly parks = false) {
    super(`${way}: ${problem}`)
    this.name = 'Undelivered'
  }
}

/** What a failure's text says, as `Undelivered` wrote it; of anything else that the sending itself failed. */
export const readFailure = (text: string): { readonly way: WayName; readonly problem: string } => {
  const found = /^(wechat|alipay|sms): (.*)$/s.exec(text)
  return found ? { way: found[1] as WayName, problem: found[2] ?? '' } : { way: 'wechat', problem: 'the sending itself failed' }
}

/** A message whose time is not now; at `until` it is to be looked at anew. It is no failure. */
export class Postponed extends Error {
  constructor(readonly until: number) {
    super('its time is not now')
    this.name = 'Postponed'
  }
}
