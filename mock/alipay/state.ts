import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { createDemoCodes } from '../demoCodes'

const CODE_MS = 86_400_000

export interface Grant { readonly access_token: string; readonly expires_in: number; readonly user_id?: string; readonly open_id?: string }

/** Older users are known by a 16-digit `user_id`, newer applications by an `open_id`; here the odd by one, the even by the other. */
const nameOf = (person: string): { user_id: string } | { open_id: string } => {
  if (Number(person) % 2 === 1) return { user_id: `2088${person.padStart(12, '0')}` }
  return { open_id: `0${createHash('sha256').update(`alipay:${person}`).digest('base64url').slice(0, 39)}` }
}

/** What the simulated platform remembers of signing in: codes that were given out, and those that were used. */
export const createAlipayState = (clock: Clock) => {
  const codes = createDemoCodes(CODE_MS, clock)
  return {
    codes,
    /** undefined for a code that is unknown, too old or used. */
    redeem: (code: string): Grant | undefined => {
      const found = codes.look(code)
      if (typeof found === 'string') return undefined
      codes.spend(code)
      return { access_token: `demo${randomBytes(16).toString('hex')}`, expires_in: 1_296_000, ...nameOf(found.person) }
    },
  }
}
