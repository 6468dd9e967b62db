import { createHash, randomBytes } from 'node:crypto'

const DEMO_CODE = /^demo-(\d{1,6})-[A-Za-z0-9_-]{4,64}$/

export interface Grant { readonly access_token: string; readonly expires_in: number; readonly user_id?: string; readonly open_id?: string }

/** Older users are known by a 16-digit `user_id`, newer applications by an `open_id`; here the odd by one, the even by the other. */
const nameOf = (person: string): { user_id: string } | { open_id: string } => {
  if (Number(person) % 2 === 1) return { user_id: `2088${person.padStart(12, '0')}` }
  return { open_id: `0${createHash('sha256').update(`alipay:${person}`).digest('base64url').slice(0, 39)}` }
}

/** What the simulated platform remembers: codes that were used. */
export const createAlipayState = () => {
  const used = new Set<string>()
  return {
    /** undefined for a code that is unknown or used. */
    redeem: (code: string): Grant | undefined => {
      const person = DEMO_CODE.exec(code)?.[1]
      if (!person || used.has(code)) return undefined
      used.add(code)
      return { access_token: `demo${randomBytes(16).toString('hex')}`, expires_in: 1_296_000, ...nameOf(person) }
    },
  }
}
