import { bulkhead, BulkheadRejectedError } from 'cockatiel'
import { ContractError } from '@shared/errors'
import { staffAccount } from '@shared/ids'
import type { StaffMember } from '@shared/staff'
import { createRecentSessions } from '../../sessions/recentSessions'
import { hashToken, newToken } from '../../sessions/token'
import { hashPassword, isPassword, nobodysHash, usualCost, type HashCost } from './passwords'
import type { KnownHalls, LockRules, StaffAccount, StaffSession, StaffStore } from './port'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const SHORTEST_PASSWORD = 10
/** A hash takes a core and 32 MB for a moment: two at once leave the machine to the halls; beyond the queue we say we are busy. */
const HASHES_AT_ONCE = 2
const HASHES_WAITING = 64

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

/** Who does something to accounts: an operator, of some halls or (empty) of all. */
export interface Manager { readonly halls: readonly string[] }
export type NewAccount = Omit<StaffAccount, 'passwordHash'> & { readonly password: string }
export type SignedIn = StaffMember & { readonly token: string; readonly expiresAt: number }

export interface StaffService {
  /** Throws PASSWORD_WRONG (also for an unknown account, after as long), ACCOUNT_LOCKED with the minutes left, UNAVAILABLE under a flood. */
  readonly signIn: (account: string, password: string) => Promise<SignedIn>
  /** Who holds the token, or null. A session ended by another process may be believed for 5 s more. */
  readonly authenticate: (token: string) => Promise<StaffSession | null>
  readonly signOut: (token: string) => Promise<void>
  /** Throws UNAUTHENTICATED for an account that is gone. */
  readonly read: (account: string) => Promise<StaffMember>
  /** Those within the manager's halls, by account. */
  readonly list: (by: Manager) => Promise<StaffMember[]>
  /** Throws ACCOUNT_EXISTS, HALL_NOT_FOUND, or FORBIDDEN when it would reach beyond the manager's own halls. */
  readonly create: (by: Manager, account: NewAccount) => Promise<StaffMember>
  /** Lifts the lock. Throws ACCOUNT_NOT_FOUND, also beyond the manager's halls. */
  readonly unlock: (by: Manager, account: string) => Promise<StaffMember>
  /** Makes the first operator when there is no account yet; gives whether it did. Throws when the name or the password will not do. */
  readonly bootstrap: (account: string, password: string) => Promise<boolean>
}

const member = ({ account, role, name, halls }: StaffAccount, locked: boolean): StaffMember => ({ account, role, name, halls, locked })
/** An empty list means every hall, so only a manager of every hall covers it. */
const covers = (by: Manager, halls: readonly string[]): boolean =>
  by.halls.length === 0 || (halls.length > 0 && halls.every((hall) => by.halls.includes(hall)))

export const createStaffService = ({ store, halls, clock, sessionHours, idleMinutes, lock, hashCost = usualCost }: StaffOptions): StaffService => {
  const idleMs = idleMinutes * MINUTE_MS
  const recent = createRecentSessions((tokenHash) => store.touchSession(tokenHash, idleMs, clock()), clock)
  const hashing = bulkhead(HASHES_AT_ONCE, HASHES_WAITING)
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => hashing.execute(act).catch((error: unknown) => {
    throw error instanceof BulkheadRejectedError ? new ContractError('UNAVAILABLE') : error
  })
  const isLocked = async (account: string): Promise<boolean> => (await store.locked([account], clock())).has(account)

  const checkPassword = async (account: string, password: string): Promise<StaffAccount> => {
    const { lockedUntil } = await store.beginAttempt(account, lock, clock())
    if (lockedUntil !== null) throw new ContractError('ACCOUNT_LOCKED', { minutes: Math.max(1, Math.ceil((lockedUntil - clock()) / MINUTE_MS)) })
    const found = await store.readAccount(account)
    const right = await isPassword(password, found?.passwordHash ?? nobodysHash(hashCost))
    if (!found || !right) throw new ContractError('PASSWORD_WRONG')
    await store.clearAttempts(account)
    return found
  }

  return {
    signIn: async (account, password) => {
      const found = await inTurn(() => checkPassword(account, password))
      const now = clock()
      const token = newToken()
      const session = { account, role: found.role, halls: found.halls, expiresAt: now + sessionHours * HOUR_MS }
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
      return member(found, await isLocked(account))
    },

    list: async (by) => {
      const accounts = (await store.listAccounts()).filter((one) => covers(by, one.halls))
      const locked = await store.locked(accounts.map((one) => one.account), clock())
      return accounts.map((one) => member(one, locked.has(one.account))).sort((a, b) => (a.account < b.account ? -1 : 1))
    },

    create: async (by, { password, ...account }) => {
      if (!account.halls.every((hall) => halls.has(hall))) throw new ContractError('HALL_NOT_FOUND')
      if (!covers(by, account.halls)) throw new ContractError('FORBIDDEN')
      if (await store.readAccount(account.account)) throw new ContractError('ACCOUNT_EXISTS')
      const created = { ...account, halls: [...new Set(account.halls)], passwordHash: await inTurn(() => hashPassword(password, hashCost)) }
      await store.addAccount(created)
      return member(created, await isLocked(created.account))
    },

    unlock: async (by, account) => {
      const found = await store.readAccount(account)
      if (!found || !covers(by, found.halls)) throw new ContractError('ACCOUNT_NOT_FOUND')
      await store.clearAttempts(account)
      return member(found, false)
    },

    bootstrap: async (account, password) => {
      if ((await store.listAccounts()).length > 0) return false
      if (!staffAccount.safeParse(account).success) throw new Error('the first operator\'s name must be 3 to 32 of a-z 0-9 _ - and begin with a letter')
      if (password.length < SHORTEST_PASSWORD) throw new Error(`the first operator's password must have at least ${SHORTEST_PASSWORD} characters`)
      const name = { zh: '系统管理员', en: 'Operator' }
      return store.addFirstAccount({ account, role: 'operator', name, halls: [], passwordHash: await hashPassword(password, hashCost) })
    },
  }
}
