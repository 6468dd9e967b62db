import type { WayName } from './port'

/** A message that was not sent now and is to be tried again. It names nobody and holds no words. */
export class Undelivered extends Error {
  constructor(readonly way: WayName, readonly problem: string) {
    super(`${way}: ${problem}`)
    this.name = 'Undelivered'
  }
}

/** What a failure's text says, as `Undelivered` wrote it; of anything else that the sending itself failed. */
export const readFailure = (text: string): { readonly way: WayName; readonly problem: string } => {
  const found = /^(wechat|alipay|sms): (.*)$/s.exec(text)
  return found ? { way: found[1] as WayName, problem: found[2] ?? '' } : { way: 'wechat', problem: 'the sending itself failed' }
}
