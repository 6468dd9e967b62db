import type { Clock } from '../clock'
import { createDemoCodes } from '../demoCodes'
import { APP_ID, failed } from './app'

const CODE_MS = 300_000

/** Of a series that no operator gives out. */
const numberOf = (person: string): string => `100${person.padStart(8, '0')}`

/** Codes of the phone number button, and the numbers behind them. */
export const createPhoneNumbers = (clock: Clock) => {
  const codes = createDemoCodes(CODE_MS, clock)
  return {
    codes,
    /** getuserphonenumber. A used code is as bad as none. */
    redeem: (code: unknown): object => {
      const found = typeof code === 'string' ? codes.look(code) : 'unknown'
      if (typeof found === 'string') return failed(40029, 'invalid code')
      codes.spend(code as string)
      const number = numberOf(found.person)
      return {
        errcode: 0, errmsg: 'ok',
        phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark: { timestamp: Math.floor(clock() / 1_000), appid: APP_ID } },
      }
    },
  }
}
