import type { StaffRole } from '@shared/endpoint'
import type { StaffMember } from '@shared/staff'
import { createRecentSessions } from '../../sessions/recentSessions'
import { hashToken, newToken } from '../../sessions/token'
import { passwordMark } from './passwords'
import type { Factor, FactorStore, SessionLife, StaffAccount, StaffSession, StaffStore } from './port'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Who is signed in, with the role and halls that the account has now. */
export type StaffHolder = Pick<StaffMember, 'account' | 'role' | 'halls'> & {
  readonly expiresAt: number
  /** They must have a second factor and have none: nothing is open to them but to set it up. */
  readonly enrolling: boolean
}

/** How sessions live, by what somebody is now: another role or another setting counts for running sessions too. */
export interface SessionRules {
  readonly sessionHours: Readonly<Record<StaffRole, number>>
  /** A session nobody used for so long is over. A console that is open asks all the time and so keeps itself in use. */
  readonly idleMinutes: Readonly<Record<StaffRole, number>>
  /** The roles that must have a second factor. */
  readonly secondFactor: ReadonlySet<StaffRole>
}

export interface StaffSessions {
  readonly open: (account: StaffAccount, factor: Factor) => Promise<{ readonly token: string; readonly expiresAt: number }>
  /** Who holds the token, or null. What another process ended or changed may be believed for 5 s more. */
  readonly find: (tokenHash: string) => Promise<StaffHolder | null>
  /** The same, asked anew. */
  readonly findNow: (tokenHash: string) => Promise<StaffHolder | null>
  readonly close: (tokenHash: string) => Promise<void>
  /** What is known of this account's sessions is believed no more in this process. */
  readonly doubt: (account: string) => void
}

export interface SessionOptions { readonly store: StaffStore; readonly factors: FactorStore; readonly clock: () => number; readonly rules: SessionRules }

/** A session is worth as much as its account is now: nothing when that is gone, or has another password or second factor. */
const fits = (tokenHash: string, session: StaffSession, account: StaffAccount, factor: Factor): boolean =>
  (session.mark === passwordMark(account.passwordHash) || account.keeps === tokenHash)
  && (session.factor === factor.mark || factor.keeps === tokenHash)

export const createStaffSessions = ({ store, factors, clock, rules }: SessionOptions): StaffSessions => {
  const lifeOf = ({ role }: StaffAccount, startedAt: number): SessionLife =>
    ({ now: clock(), idleMs: rules.idleMinutes[role] * MINUTE_MS, expiresAt: startedAt + rules.sessionHours[role] * HOUR_MS })
  const findNow = async (tokenHash: string): Promise<StaffHolder | null> => {
    const session = await store.readSession(tokenHash)
    if (!session) return null
    const [account, factor] = await Promise.all([store.readAccount(session.account), factors.readFactor(session.account)])
    if (!account || !fits(tokenHash, session, account, factor)) return null
    const life = lifeOf(account, session.startedAt)
    if (!await store.touchSession(tokenHash, life)) return null
    const { role, halls } = account
    return { account: account.account, role, halls, expiresAt: life.expiresAt, enrolling: factor.sealed === null && rules.secondFactor.has(role) }
  }
  const recent = createRecentSessions(findNow, clock)
  return {
    open: async (account, { mark }) => {
      const token = newToken()
      const startedAt = clock()
      const life = lifeOf(account, startedAt)
      await store.saveSession(hashToken(token), { account: account.account, mark: passwordMark(account.passwordHash), factor: mark, startedAt }, life)
      return { token, expiresAt: life.expiresAt }
    },

    find: async (tokenHash) => {
      const known = await recent.find(tokenHash)
      // Confirmed in another process, it is a whole session here at once: nobody waits after setting up their factor.
      return known?.enrolling ? findNow(tokenHash) : known
    },

    findNow,

    close: async (tokenHash) => {
      recent.revoke(tokenHash)
      await store.deleteSession(tokenHash)
    },

    doubt: (account) => { recent.doubt((session) => session.account === account) },
  }
}
