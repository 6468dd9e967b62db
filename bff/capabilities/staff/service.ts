import { ContractError } from '@shared/errors'
import { staffAccount } from '@shared/ids'
import type { StaffMember } from '@shared/staff'
import { createRecentSessions } from '../../sessions/recentSessions'
import { hashToken, newToken } from '../../sessions/token'
import { createStaffAccounts, member, type StaffAccounts } from './accounts'
import { createAttempts, matches, type Kept } from './attempts'
import { hashPassword, passwordMark, usualCost, type HashCost } from './passwords'
import type { KnownHalls, LockRules, StaffStore } from './port'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const SHORTEST_PASSWORD = 10

export interface StaffOptions {
  readonly store: StaffStore
  readonly halls: KnownHalls
  readonly clock: () => number
  readonly sessionHours: number
  /** A session nobody used for so long is over. A console that is open asks all the time and so keeps itself in use. */
  readonly idleMinutes: number
  readonly lock: LockRules
  /** Of new hashes; usualCost when left out. */
  readonly hashCost?: HashCost
}

export type SignedIn = StaffMember & { readonly token: string; readonly expiresAt: number }
/** Who is signed in, with the role and halls that the account has now. */
export type StaffHolder = Pick<StaffMember, 'account' | 'role' | 'halls'> & { readonly expiresAt: number }

export interface StaffService extends StaffAccounts {
  /** Throws PASSWORD_WRONG (also for an unknown account, after as long), ACCOUNT_LOCKED with the minutes left, UNAVAILABLE under a flood. */
  readonly signIn: (account: string, password: string) => Promise<SignedIn>
  /** Who holds the token, or null. What another process ended or changed may be believed for 5 s more. */
  readonly authenticate: (token: string) => Promise<StaffHolder | null>
  readonly signOut: (token: string) => Promise<void>
  /** Throws UNAUTHENTICATED for an account that is gone. */
  readonly read: (account: string) => Promise<StaffMember>
  /**
   * Changes one's own password; of one's sessions only this one goes on. The very same again in this session gives the same
   * answer. Throws as signIn does.
   */
  readonly changePassword: (token: string, account: string, password: string, newPassword: string) => Promise<StaffMember>
  /** Makes the first operator when there is no account yet; gives whether it did. Throws when the name or the password will not do. */
  readonly bootstrap: (account: string, password: string) => Promise<boolean>
}

export const createStaffService = ({ store, halls, clock, sessionHours, idleMinutes, lock, hashCost = usualCost }: StaffOptions): StaffService => {
  const idleMs = idleMinutes * MINUTE_MS
  /** A session is worth as much as its account is now: nothing when that is gone or was given another password. */
  const readSession = async (tokenHash: string): Promise<StaffHolder | null> => {
    const session = await store.touchSession(tokenHash, idleMs, clock())
    const found = session && await store.readAccount(session.account)
    if (!found || (session.mark !== passwordMark(found.passwordHash) && found.keeps !== tokenHash)) return null
    return { account: found.account, role: found.role, halls: found.halls, expiresAt: session.expiresAt }
  }
  const recent = createRecentSessions(readSession, clock)
  const doubt = (account: string): void => { recent.doubt((session) => session.account === account) }
  const replace: StaffStore['replaceAccount'] = (before, after) => store.replaceAccount(before, after).finally(() => doubt(before.account))
  const attempts = createAttempts({ store, clock, lock, hashCost })
  const changePassword = async (tokenHash: string, account: string, password: string, newPassword: string): Promise<StaffMember> => {
    const isDone = async (kept: Kept): Promise<boolean> => kept.keeps === tokenHash && matches(newPassword)(kept)
    const found = await attempts.attempt(account, async (kept) => await matches(password)(kept) || isDone(kept))
    if (await isDone(found)) return member(found, false)
    const replaced = await replace(found, { ...found, passwordHash: await hashPassword(newPassword, hashCost), keeps: tokenHash })
    // Changed meanwhile: by the very same call, or the old password is worth nothing any more.
    return replaced ? member(found, false) : changePassword(tokenHash, account, password, newPassword)
  }

  return {
    ...createStaffAccounts({ store, halls, clock, hashCost, attempts, replace, doubt }),

    signIn: async (account, password) => {
      const found = await attempts.inTurn(() => attempts.attempt(account, matches(password)))
      const now = clock()
      const token = newToken()
      const session = { account, mark: passwordMark(found.passwordHash), expiresAt: now + sessionHours * HOUR_MS }
      await store.saveSession(hashToken(token), session, idleMs, now)
      return { ...member(found, false), token, expiresAt: session.expiresAt }
    },

    authenticate: (token) => recent.find(hashToken(token)),

    signOut: async (token) => {
      const tokenHash = hashToken(token)
      recent.revoke(tokenHash)
      await store.deleteSession(tokenHash)
    },

    read: async (account) => {
      const found = await store.readAccount(account)
      if (!found) throw new ContractError('UNAUTHENTICATED')
      return member(found, (await store.locked([account], clock())).has(account))
    },

    changePassword: (token, account, password, newPassword) => attempts.inTurn(() => changePassword(hashToken(token), account, password, newPassword)),

    bootstrap: async (account, password) => {
      if ((await store.listAccounts()).length > 0) return false
      if (!staffAccount.safeParse(account).success) throw new Error('the first operator\'s name must be 3 to 32 of a-z 0-9 _ - and begin with a letter')
      if (password.length < SHORTEST_PASSWORD) throw new Error(`the first operator's password must have at least ${SHORTEST_PASSWORD} characters`)
      const name = { zh: '系统管理员', en: 'Operator' }
      return store.addFirstAccount({ account, role: 'operator', name, halls: [], passwordHash: await hashPassword(password, hashCost), keeps: null })
    },
  }
}
